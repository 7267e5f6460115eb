/** Names of the exercise's things in one language, as far as the document at hand tells them; what it does not tell is shown by its identifier. */
import { type Exercise, type Names, type Translated, textFor } from '../../exercise/index.ts';
import { type Language, say } from '../../words/index.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { thingOf } from '../decide/subjects.ts';

/** How things are named for somebody who reads one language. */
export type Naming = {
  readonly exercise: Exercise;
  readonly language: Language;
  readonly party: (id: string) => string;
  readonly post: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly site: (id: string) => string;
  readonly task: (id: string) => string;
  readonly procedure: (id: string) => string;
  readonly phase: (id: string) => string;
  readonly contingent: (id: string) => string;
  readonly pool: (id: string) => string;
  readonly role: (role: string) => string;
  /** A language by its name. */
  readonly tongue: (language: string) => string;
  /** Identifier and name: what staffs say of a serial. */
  readonly serial: (id: string) => string;
  /** Title of a finding, and what consent is asked about, where conduct has told them. */
  readonly finding: (id: string) => string;
  readonly subject: (on: string, id: string) => string;
  readonly consent: (id: string) => string;
  readonly criticalTask: (task: string, id: string) => string;
  /** Number and title; the identifier where the reader has no MSEL. */
  readonly inject: (id: string) => string;
  /** One of the names given. */
  readonly of: (names: Names) => string;
  /** A text as it is shown to this reader. */
  readonly text: (translated: Translated) => string;
  /** One of texts by language; its language in brackets where it is another. */
  readonly texts: (texts: Readonly<Record<string, string>>) => string;
};

/** Names in a language, with those that conduct has told; where a thing has no name in it, in English, then in whatever language it has one. */
export function namingIn(language: Language, exercise: Exercise, conduct: ReadonlyConduct | null = null): Naming {
  const of = (names: Readonly<Record<string, string>>): string => names[language] ?? names.en ?? Object.values(names)[0] ?? '–';
  const named =
    (table: { readonly byId: ReadonlyMap<string, { readonly name?: Names }> }) =>
    (id: string): string => {
      const name = table.byId.get(id)?.name;
      return name === undefined || Object.keys(name).length === 0 ? id : of(name);
    };
  const rank = (one: string): number => (one === language ? 0 : one === 'en' ? 1 : 2);
  const serialName = named(exercise.serials);
  const serial = (id: string): string => {
    const name = serialName(id);
    return name === id ? id : `${id} ${name}`;
  };
  const finding = (id: string): string => {
    for (const { evaluation } of conduct?.slices.values() ?? []) {
      const title = evaluation.findings.get(id)?.proposed?.title;
      if (title !== undefined) return `“${title}”`;
    }
    return id;
  };
  const subject = (on: string, id: string): string => (on === 'finding' ? finding(id) : serial(thingOf(id)));
  return {
    exercise,
    language,
    of,
    texts: (texts) => {
      const [shown, text] = Object.entries(texts).toSorted(([a], [b]) => rank(a) - rank(b))[0] ?? [language, '–'];
      return shown === language ? text : `${text} [${shown}]`;
    },
    party: named(exercise.parties),
    post: named(exercise.posts),
    unit: named(exercise.units),
    site: named(exercise.sites),
    task: named(exercise.tasks),
    procedure: named(exercise.procedures),
    phase: named(exercise.phases),
    contingent: named(exercise.contingents),
    pool: named(exercise.pools),
    role: (role) => say({ key: 'product.role', values: { role } }, language),
    tongue: (of) => say({ key: 'product.language', values: { language: of } }, language),
    serial,
    finding,
    subject,
    consent: (id) => {
      for (const { evaluation } of conduct?.slices.values() ?? []) {
        const asked = evaluation.consents.get(id)?.asked;
        if (asked != null) return subject(asked.on, asked.subject);
      }
      return id;
    },
    criticalTask: (task, id) => {
      const found = exercise.tasks.byId.get(task)?.criticalTasks[id];
      return found === undefined ? id : of(found.name);
    },
    inject: (id) => {
      const found = exercise.injects.byId.get(id);
      return found === undefined ? id : `${found.number} ${of(found.title)}`;
    },
    text: (translated) => textFor(translated, [language, 'en'])?.text ?? '–',
  };
}
