// What the files of a new exercise are made from, and what each file is.

export type Beginning = {
  readonly title: string;
  readonly parties: readonly string[];
  readonly language: string;
  readonly firstDay: string;
};

/** A file of the new folder: a word of guidance on top, then its content. */
export type NewFile = { readonly path: string; readonly guidance: string; readonly content: object };

/** One text in the exercise's language. */
export const textIn = (language: string, text: string): object => ({ source: language, texts: { [language]: text } });
export const nameIn = (language: string, name: string): object => ({ [language]: name });
