/** Everyone can read what reaches them; names and texts stand in the exercise's languages. */
import type { Document } from '../document.ts';
import type { Inject } from '../exercise.ts';
import type { CollectionName } from '../nouns/collections.ts';
import type { Translated } from '../nouns/field.ts';
import { isChecked, languagesOfPost } from '../texts.ts';
import { check, checkOfItems, fault, note, type Remark } from './check.ts';

export const receiversCanRead = check(
  'receiversCanRead',
  'Every receiver of an inject can read it in one of its languages.',
  function* (document) {
    const { exercise } = document;
    for (const inject of exercise.injects.list) {
      if (inProgress.includes(inject.status)) continue;
      const told = new Set<string>();
      for (const name of inject.to) {
        const post = exercise.posts.byId.get(name);
        if (post === undefined) continue;
        const languages = languagesOfPost(exercise, post);
        const states = languages.map((language) => stateOf(inject.text, language));
        if (languages.length === 0 || states.some(isChecked)) continue;
        const begun = languages.find((_, index) => states[index] !== undefined && states[index] !== 'missing');
        const language = begun ?? languages[0] ?? '';
        if (told.has(language)) continue;
        told.add(language);
        yield unreadable(document, inject, name, language, stateOf(inject.text, language) ?? 'missing');
      }
    }
  },
);

const inProgress: readonly string[] = ['draft', 'submitted', 'deferred', 'obsolete'];
const handedOut: readonly string[] = ['synchronized', 'released', 'complete'];

function unreadable(document: Document, { id, number, status }: Inject, post: string, language: string, state: string): Remark {
  const at = document.placeOf('injects', id, ['text', 'texts', language]);
  const values = { inject: number, post, language, state };
  return state === 'missing' || handedOut.includes(status)
    ? fault(at, 'exercise.cannotRead', values)
    : note(at, 'exercise.cannotReadYet', values);
}

function stateOf(text: Translated, language: string) {
  return Object.hasOwn(text.texts, language) ? text.texts[language]?.state : undefined;
}

export const everyTextHasItsSource = checkOfItems(
  'everyTextHasItsSource',
  'A text by language stands in its source language, and no translation is of a later version.',
  function* ({ texts }) {
    for (const { from, path, value } of texts) {
      const source = Object.hasOwn(value.texts, value.source) ? value.texts[value.source] : undefined;
      if (source === undefined || source.state === 'missing') {
        yield fault(from.placeOf([...path, 'source']), 'exercise.noSource', {
          item: from.id,
          field: String(path[0]),
          language: value.source,
        });
      }
      for (const [language, { ofVersion = 0 }] of Object.entries(value.texts)) {
        if (ofVersion <= value.version) continue;
        yield fault(from.placeOf([...path, 'texts', language]), 'exercise.laterVersion', {
          item: from.id,
          language,
          version: ofVersion,
          current: value.version,
        });
      }
    }
  },
);

export const communiquesAreEquallyAuthentic = checkOfItems(
  'communiquesAreEquallyAuthentic',
  'A communiqué stands in each of its authentic languages.',
  function* (document) {
    for (const { id, authentic, title, body } of document.exercise.communiques.list) {
      for (const language of authentic) {
        const states = [title, ...body].map((text) => stateOf(text, language));
        const at = document.placeOf('communiques', id, ['authentic']);
        if (states.some((state) => state === undefined || state === 'missing'))
          yield fault(at, 'exercise.notAuthentic', { item: id, language });
        else if (!states.every(isChecked)) yield note(at, 'exercise.notYetAuthentic', { item: id, language });
      }
    }
  },
);

export const namesStandInEveryLanguage = check(
  'namesStandInEveryLanguage',
  'Names and agreed terms stand in every language of the exercise.',
  function* (document) {
    const { exercise } = document;
    for (const collection of [
      'parties',
      'contingents',
      'units',
      'taskGroups',
      'posts',
      'capabilities',
      'phases',
      'sites',
      'facilities',
      'pools',
      'tasks',
      'procedures',
      'objectives',
      'serials',
    ] as const) {
      const items = exercise[collection].list.map(({ id, name }) => ({ id, said: name }));
      yield* missingLanguages(document, collection, items);
    }
    yield* missingLanguages(
      document,
      'terms',
      exercise.terms.list.map(({ id, terms }) => ({ id, said: terms })),
    );
  },
);

const mostNamed = 5;

type Said = { readonly id: string; readonly said: Readonly<Record<string, string>> };

function* missingLanguages(document: Document, collection: CollectionName, items: readonly Said[]): Iterable<Remark> {
  for (const language of document.exercise.setting.languages) {
    const lacking = items.filter(({ said }) => !Object.hasOwn(said, language)).map(({ id }) => id);
    const [first] = lacking;
    if (first === undefined) continue;
    const field = collection === 'terms' ? 'terms' : 'name';
    const values = { collection, language, n: lacking.length, items: lacking.slice(0, mostNamed) };
    yield note(document.placeOf(collection, first, [field]), 'exercise.namesMissing', values);
  }
}

export const nothingIsSaidThatIsNeverSaid = check(
  'nothingIsSaidThatIsNeverSaid',
  'Texts that leave a desk hold no word that the terms list says never to use.',
  function* (document) {
    const { terms } = document.exercise;
    const banned = new Map<string, { readonly word: string; readonly plain: string; readonly term: string; readonly instead: string }[]>();
    for (const { id, neverSay, terms: agreed } of terms.list) {
      for (const [language, words] of Object.entries(neverSay)) {
        const list = banned.get(language) ?? [];
        banned.set(language, list);
        for (const word of words)
          if (word.trim() !== '') list.push({ word, plain: word.toLowerCase(), term: id, instead: agreed[language] ?? id });
      }
    }
    if (banned.size === 0) return;
    for (const { from, path, value } of document.texts) {
      if (from.collection !== 'injects' && from.collection !== 'communiques') continue;
      for (const [language, { text }] of Object.entries(value.texts)) {
        const plain = text.toLowerCase();
        for (const { word, plain: sought, instead } of banned.get(language) ?? []) {
          if (!plain.includes(sought)) continue;
          yield note(
            from.placeOf([...path, 'texts', language]),
            'exercise.neverSay',
            { item: from.id, word },
            { key: 'exercise.sayInstead', values: { term: instead } },
          );
        }
      }
    }
  },
);

export const textsStandInEveryLanguage = check(
  'textsStandInEveryLanguage',
  'Texts that all parties read stand in every language of the exercise.',
  function* (document) {
    const lacking = new Map<
      string,
      { readonly remark: Remark['at']; readonly items: Set<string>; readonly language: string; readonly collection: string }
    >();
    for (const { from, path, value } of document.texts) {
      // Injects are for their receivers and communiqués for their authentic languages: each has a check of its own.
      if (from.collection === 'injects' || from.collection === 'communiques' || from.ownerOfField(String(path[0])) !== 'shared') continue;
      for (const language of document.exercise.setting.languages) {
        const state = stateOf(value, language);
        if (state !== undefined && state !== 'missing') continue;
        const key = `${from.collection} ${language}`;
        const entry = lacking.get(key) ?? { remark: from.placeOf(path), items: new Set<string>(), language, collection: from.collection };
        lacking.set(key, entry);
        entry.items.add(from.id);
      }
    }
    for (const { remark, items, language, collection } of lacking.values()) {
      yield note(remark, 'exercise.textsMissing', { collection, language, n: items.size, items: [...items].slice(0, mostNamed) });
    }
  },
);
