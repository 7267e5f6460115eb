/** A product as content: what people hold in their hands before it has a format. `formats/html`, `formats/pdf` and `formats/ical` draw it. */

/** A run of text in one language; a line feed breaks the line. `id` for identifiers and `code` for date-time groups stay on one line, `box` is an empty box to tick. */
export type Run = string | { readonly text: string; readonly style: 'strong' | 'emphasis' | 'id' | 'code' | 'muted' | 'box' };
export type Line = string | readonly Run[];

export type Cell =
  | Line
  | {
      readonly line: Line;
      readonly align?: 'start' | 'end' | 'centre';
      readonly tone?: 'good' | 'warn' | 'bad' | 'muted';
      readonly span?: number;
    };

export type Chart =
  | {
      readonly kind: 'bars';
      readonly unit: string;
      /** `said` is the value in the product's language; without it the number is written plainly. */
      readonly rows: readonly {
        readonly label: string;
        readonly value: number | null;
        readonly of?: number;
        readonly said?: string;
        readonly note?: string;
      }[];
    }
  | {
      readonly kind: 'matrix';
      readonly columns: readonly string[];
      readonly rows: readonly {
        readonly label: string;
        readonly cells: readonly { readonly value: number; readonly of: number; readonly text: string }[];
      }[];
    }
  | {
      readonly kind: 'schedule';
      /** Minutes since 1970-01-01Z. */
      readonly from: number;
      readonly to: number;
      readonly ticks: readonly { readonly at: number; readonly label: string }[];
      readonly lanes: readonly {
        readonly label: string;
        readonly bars: readonly { readonly from: number; readonly to: number; readonly label: string; readonly tone: string }[];
      }[];
    }
  | {
      readonly kind: 'spread';
      readonly unit: string;
      readonly rows: readonly {
        readonly label: string;
        readonly q1: number | null;
        readonly median: number | null;
        readonly q3: number | null;
        readonly mark?: number;
        readonly said?: string;
        readonly note?: string;
      }[];
    };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string; readonly portion?: string }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly portion?: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly columns: readonly { readonly title: string; readonly width?: number; readonly align?: 'start' | 'end' | 'centre' }[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly term: string; readonly value: Line }[] }
  | { readonly kind: 'chart'; readonly caption: string; readonly chart: Chart; readonly basis: string }
  | { readonly kind: 'note'; readonly tone: 'info' | 'warn'; readonly line: Line }
  | {
      readonly kind: 'form';
      readonly rows: readonly { readonly label: string; readonly choices?: readonly string[]; readonly lines: number }[];
    }
  | { readonly kind: 'pageBreak' };

/** Opening and closing: exercise marking and the label's marking, in the product's language. */
export type Marking = { readonly exercise: string; readonly label: string };

export type Document = {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly marking: Marking;
  /** What the product is computed from, in a sentence. */
  readonly basis: string;
  readonly simulated: boolean;
  readonly paper: 'A4' | 'A4Landscape';
  readonly blocks: readonly Block[];
};

/** An entry of a calendar product. Minutes since 1970-01-01Z. */
export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly place: string;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  readonly notes: string;
  readonly categories: readonly string[];
  readonly cancelled: boolean;
};
export type Calendar = {
  readonly language: string;
  readonly name: string;
  readonly marking: Marking;
  readonly madeAt: number;
  readonly entries: readonly CalendarEntry[];
};
