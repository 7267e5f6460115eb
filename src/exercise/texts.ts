/** Which text somebody reads, and in which languages a thing must stand for those who receive it. */
import type { Exercise, Inject, Post } from './exercise.ts';
import type { Translated, TranslationState } from './nouns/field.ts';

/** A text as it is shown: in which language, and whether its translation may be relied on. */
export type ShownText = { readonly language: string; readonly text: string; readonly state: TranslationState };

/** Whether a text may be handed out in this state. */
export function isChecked(state: TranslationState | undefined): boolean {
  return state === 'checked' || state === 'agreed';
}

/**
 * The text in the first of the languages in which it stands checked; else the first in which it stands at all; else the source. Undefined only
 * where not even the source has text.
 */
export function textFor(translated: Translated, languages: readonly string[]): ShownText | undefined {
  const ordered = [...languages, translated.source].flatMap((language) => {
    const found = Object.hasOwn(translated.texts, language) ? translated.texts[language] : undefined;
    return found === undefined || found.state === 'missing' || found.text === ''
      ? []
      : [{ language, text: found.text, state: found.state }];
  });
  return ordered.find(({ language, state }) => languages.includes(language) && isChecked(state)) ?? ordered[0];
}

/** The languages in which a post reads, its own first: those it states, else its party's. */
export function languagesOfPost(exercise: Exercise, post: Post): readonly string[] {
  if (post.languages.length > 0) return post.languages;
  const party = post.party === undefined ? undefined : exercise.parties.byId.get(post.party);
  return party?.languages ?? exercise.setting.languages;
}

/** The own language (the first it states) of every post that receives an inject, each once, in order of the receivers. */
export function receiversLanguages(exercise: Exercise, inject: Pick<Inject, 'to'>): readonly string[] {
  const languages = inject.to.flatMap((id) => {
    const post = exercise.posts.byId.get(id);
    return post === undefined ? [] : languagesOfPost(exercise, post).slice(0, 1);
  });
  return [...new Set(languages)];
}
