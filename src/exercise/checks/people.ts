/** Posts that can do their work, persons who stand in their own party's folder, and symbols that say exercise. */
import { check, checkOfAbsence, checkOfItems, fault, note } from './check.ts';

export const personsStandWithTheirParty = checkOfItems(
  'personsStandWithTheirParty',
  'Persons stand only in their own party’s folder.',
  function* (document) {
    for (const [id, item] of document.written('persons')) {
      const party = document.exercise.persons.byId.get(id)?.party;
      for (const { file, owner, fields } of item.portions) {
        const isPartys = file.startsWith('parties/');
        if (isPartys && (party === undefined || owner === party)) continue;
        const folder = `parties/${party ?? 'ID'}/`;
        const at = item.placeOf(fields.slice(0, 1), 'key');
        yield fault(at, 'exercise.personElsewhere', { person: id, file }, { key: 'exercise.moveTo', values: { folder } });
      }
    }
  },
);

export const personsFitThePolicy = check(
  'personsFitThePolicy',
  'A person’s clearance and caveats are those of the release policy.',
  function* (document) {
    const { scale, caveats } = document.facts;
    for (const person of document.exercise.persons.list) {
      if (person.clearance !== undefined && !scale.includes(person.clearance)) {
        const at = document.placeOf('persons', person.id, ['clearance']);
        yield fault(
          at,
          'document.classificationNotInPolicy',
          { classification: person.clearance },
          { key: 'document.allowedValues', values: { values: scale } },
        );
      }
      for (const [index, caveat] of person.caveats.entries()) {
        if (caveats.includes(caveat)) continue;
        const at = document.placeOf('persons', person.id, ['caveats', index]);
        yield fault(
          at,
          'document.caveatNotInPolicy',
          { caveat },
          caveats.length === 0 ? undefined : { key: 'document.allowedValues', values: { values: caveats } },
        );
      }
    }
  },
);

export const postsAreHeldByTheirParty = checkOfItems(
  'postsAreHeldByTheirParty',
  'A post of a party is held by a person of that party.',
  function* (document) {
    const { persons, posts } = document.exercise;
    for (const { id, party, holds } of persons.list) {
      for (const [index, held] of holds.entries()) {
        const post = posts.byId.get(held.post);
        if (post?.party === undefined || post.party === party) continue;
        yield fault(document.placeOf('persons', id, ['holds', index]), 'exercise.postOfOtherParty', {
          person: id,
          post: post.id,
          party: post.party,
        });
      }
    }
  },
);

const mostNamed = 8;

export const somebodyHoldsEveryPost = checkOfAbsence(
  'somebodyHoldsEveryPost',
  'Every post that is not simulated is held by a person.',
  ['persons'],
  function* (document) {
    const { persons, posts } = document.exercise;
    const held = new Set<string>(persons.list.flatMap(({ holds }) => holds.map(({ post }) => post)));
    const open = posts.list.filter(({ id, simulated }) => !simulated && !held.has(id)).map(({ id }) => id);
    const [first] = open;
    if (first === undefined || persons.list.length === 0) return;
    yield note(document.placeOf('posts', first, [], 'key'), 'exercise.heldByNobody', { n: open.length, posts: open.slice(0, mostNamed) });
  },
);

export const interpretersSpeakTwoLanguages = checkOfItems(
  'interpretersSpeakTwoLanguages',
  'An interpreter’s or translator’s post names two languages at least.',
  function* (document) {
    for (const { id, role, languages } of document.exercise.posts.list) {
      if ((role !== 'interpreter' && role !== 'translator') || new Set(languages).size >= 2) continue;
      yield fault(document.placeOf('posts', id, ['languages']), 'exercise.oneLanguage', { post: id, role });
    }
  },
);

// APP-6(D) A.3: the third digit is the context, 1 for an exercise.
export const symbolsSayExercise = checkOfItems(
  'symbolsSayExercise',
  'A unit’s symbol code says that it belongs to an exercise.',
  function* (document) {
    for (const { id, symbol } of document.exercise.units.list) {
      if (symbol === undefined || symbol[2] === '1') continue;
      const mended = `${symbol.slice(0, 2)}1${symbol.slice(3)}`;
      yield fault(
        document.placeOf('units', id, ['symbol']),
        'exercise.symbolNotExercise',
        { unit: id, symbol },
        { key: 'kernel.meant', values: { name: mended } },
      );
    }
  },
);

export const unitsBelongTogether = checkOfItems(
  'unitsBelongTogether',
  'A unit is of the party of its contingent and of its parent.',
  function* (document) {
    const { units, contingents } = document.exercise;
    for (const { id, party, contingent, parent } of units.list) {
      const ofContingent = contingent === undefined ? undefined : contingents.byId.get(contingent);
      const ofParent = parent === undefined ? undefined : units.byId.get(parent);
      if (ofContingent !== undefined && ofContingent.party !== party) {
        yield fault(document.placeOf('units', id, ['contingent']), 'exercise.otherParty', {
          unit: id,
          party,
          name: ofContingent.id,
          other: ofContingent.party,
        });
      }
      if (ofParent !== undefined && ofParent.party !== party) {
        yield fault(document.placeOf('units', id, ['parent']), 'exercise.otherParty', {
          unit: id,
          party,
          name: ofParent.id,
          other: ofParent.party,
        });
      }
    }
  },
);
