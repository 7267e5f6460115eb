/** The release policy and the classes of files name only what the exercise has; the owners listed are those whose folders there are. */
import { isProblem } from '../../kernel/index.ts';
import { readAudience, readClassKey } from '../../release/index.ts';
import type { Document, ItemDocument } from '../document.ts';
import { fileClasses } from '../file-class.ts';
import { ownerName, ownerOf, type Path } from '../parsed-file.ts';
import { check, checkOfItems, fault, type Remark } from './check.ts';
import { meantAmong } from './named-things.ts';

/** Whether every class is one that policy, parties and posts bear out; while one is not, nobody can tell who may read what. */
export function classesHold(document: Document): boolean {
  const { facts, files } = document;
  const parties = document.written('parties');
  return (
    facts.participating.every((party) => parties.has(party)) &&
    Object.values(facts.folders).every((classification) => facts.scale.includes(classification)) &&
    fileClasses(files, facts).faults.length === 0 &&
    filesNamingNobody(document).next().done === true
  );
}

export const foldersAreListed = check(
  'foldersAreListed',
  'Every owner with a folder is listed in shared/, and every owner listed is EXCON or a party of the exercise.',
  function* (document) {
    const { setting, owners } = document.exercise;
    const at = document.placeOf('exercise', 'exercise', ['owners']);
    const listed = setting.owners.filter((owner) => owner !== 'shared');
    for (const owner of owners) {
      if (!listed.includes(owner))
        yield fault(at, 'exercise.folderNotListed', { owner }, { key: 'exercise.addToOwners', values: { owner } });
    }
    const takingPart = [...setting.participating, ...setting.observing];
    const declared = document.written('parties');
    // A slip among those who take part is one fault: until it is mended, every party that is declared will do.
    const known = ['excon', ...takingPart, ...(takingPart.every((party) => declared.has(party)) ? [] : declared.keys())];
    for (const [index, owner] of setting.owners.entries()) {
      if (owner === 'shared' || known.includes(owner)) continue;
      yield fault(
        document.placeOf('exercise', 'exercise', ['owners', index]),
        'exercise.ownerUnknown',
        { owner },
        meantAmong(owner, known),
      );
    }
    for (const file of document.files) {
      const owner = ownerOf(file.path);
      if (owner?.kind !== 'party' || known.includes(owner.party) || listed.includes(owner.party)) continue;
      yield fault(
        { file: file.path, line: 1, column: 1 },
        'exercise.ownerUnknown',
        { owner: ownerName(owner) },
        meantAmong(owner.party, known),
      );
    }
  },
);

export const partiesTakePartOnce = check('partiesTakePartOnce', 'A party takes part or observes, not both.', function* (document) {
  const { participating, observing } = document.exercise.setting;
  for (const [index, party] of observing.entries()) {
    if (participating.includes(party))
      yield fault(document.placeOf('exercise', 'exercise', ['observing', index]), 'exercise.partyTwice', { party });
  }
});

export const classesNameWhatExists = checkOfItems(
  'classesNameWhatExists',
  'A file’s class names parties and posts of the exercise.',
  filesNamingNobody,
);

function* filesNamingNobody(document: ItemDocument): Generator<Remark> {
  const parties = document.written('parties');
  const seen = new Map(document.exercise.portions.map(({ file, classKey }) => [file, classKey]));
  for (const file of document.files) {
    const key = file.classKey === undefined ? undefined : seen.get(file.path);
    if (key === undefined) continue;
    const { label, audience } = readClassKey(key);
    const at = file.places(['class']).value;
    for (const party of label.releasableTo === 'PUBLIC' ? [] : label.releasableTo)
      if (!parties.has(party)) yield noSuch(at, 'party', party, parties.keys());
    if (audience.kind === 'party' && !parties.has(audience.id)) yield noSuch(at, 'party', audience.id, parties.keys());
    const posts = document.written('posts');
    if (audience.kind === 'post' && !posts.has(audience.id)) yield noSuch(at, 'post', audience.id, posts.keys());
  }
}

export const thePolicyNamesWhatExists = check(
  'thePolicyNamesWhatExists',
  'The release policy uses its own scale and caveats, and names parties and posts of the exercise.',
  function* (document) {
    if (!document.written('release').has('release')) return;
    const { policy } = document.exercise;
    const at = (path: Path) => document.placeOf('release', 'release', path);
    const parties = [...document.written('parties').keys()];
    const authors = ['excon', ...parties];
    for (const [name, classification] of Object.entries(policy.folders)) yield* inScale(document, at(['folders', name]), classification);
    for (const [table, rules] of [
      ['defaults', policy.defaults],
      ['standing', policy.standing],
    ] as const) {
      for (const [index, rule] of rules.entries()) {
        yield* inScale(document, at([table, index, 'classification']), rule.classification);
        for (const caveat of rule.caveats)
          if (!policy.caveats.includes(caveat)) yield fault(at([table, index, 'caveats']), 'document.caveatNotInPolicy', { caveat });
        if (rule.author !== undefined && !authors.includes(rule.author))
          yield noSuch(at([table, index, 'author']), 'party', rule.author, authors);
        for (const party of typeof rule.releasableTo === 'string' ? [] : rule.releasableTo)
          if (!parties.includes(party)) yield noSuch(at([table, index, 'releasableTo']), 'party', party, parties);
        yield* audienceExists(document, at([table, index, 'audience']), rule.audience);
      }
    }
    for (const classification of Object.keys(policy.equivalents))
      yield* inScale(document, at(['equivalents', classification]), classification);
  },
);

function* audienceExists(document: Document, at: Remark['at'], text: string): Iterable<Remark> {
  if (text === 'author:' || text === 'author') return;
  const audience = readAudience(text);
  if (isProblem(audience)) yield fault(at, audience.key, audience.values, audience.maybe);
  else if (audience.kind === 'party' || audience.kind === 'post') {
    const known = document.written(audience.kind === 'party' ? 'parties' : 'posts');
    if (!known.has(audience.id)) yield noSuch(at, audience.kind, audience.id, known.keys());
  }
}

function* inScale(document: Document, at: Remark['at'], classification: string): Iterable<Remark> {
  const { scale } = document.facts;
  if (!scale.includes(classification))
    yield fault(at, 'document.classificationNotInPolicy', { classification }, { key: 'document.allowedValues', values: { values: scale } });
}

function noSuch(at: Remark['at'], kind: string, name: string, names: Iterable<string>): Remark {
  return fault(at, 'exercise.noSuchName', { kind, name }, meantAmong(name, names));
}
