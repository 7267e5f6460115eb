/** Who must work with something can read it: the controller of an inject, the readers of a zone that is named and of an anchor that times hang on. */
import { type Class, classKey, mayRead, type Reader, readClassKey } from '../../release/index.ts';
import type { Document } from '../document.ts';
import { isExconPost } from '../excon-post.ts';
import type { Exercise, Post } from '../exercise.ts';
import { classOfOwner } from '../file-class.ts';
import type { WrittenItem } from '../portions.ts';
import { anchorIn } from '../read-when.ts';
import { check, fault, type Remark } from './check.ts';
import { zonesNamed } from './names-in-text.ts';
import { type Covers, coversIn } from './references.ts';
import { classesHold } from './release.ts';

export const controllersReadWhatTheyRelease = check(
  'controllersReadWhatTheyRelease',
  'Whoever controls an inject may read all of it.',
  function* (document) {
    if (!classesHold(document)) return;
    const { posts, injects } = document.exercise;
    // One fault for a post and a file: where the class is wrong, every inject of the file is.
    const barred = new Map<string, Barred>();
    for (const { id, number, controller } of injects.list) {
      const post = posts.byId.get(controller);
      const item = document.written('injects').get(id);
      if (post === undefined || item === undefined) continue;
      for (const { file, classKey } of item.portions) {
        const who = cannotRead(document, post, readClassKey(classKey));
        if (who === undefined) continue;
        const key = `${controller} ${file} ${who}`;
        const known = barred.get(key);
        if (known === undefined) barred.set(key, { at: item.placeOf(['controller']), post: controller, who, file, numbers: [number] });
        else known.numbers.push(number);
      }
    }
    for (const one of barred.values()) yield readsNot(one);
  },
  ['posts', 'persons'],
);

type Barred = { readonly at: Remark['at']; readonly post: string; readonly who: string; readonly file: string; readonly numbers: string[] };

const mostNamed = 8;

function readsNot({ at, post, who, file, numbers }: Barred): Remark {
  const values = { n: numbers.length, injects: numbers.slice(0, mostNamed), post, file, person: who };
  return who === ''
    ? fault(at, 'exercise.controllerReadsNot', values, { key: 'exercise.otherControllerOrFile', values: {} })
    : fault(at, 'exercise.holderReadsNot', values, { key: 'exercise.clearHolder', values: { person: who } });
}

/** Empty where the post itself is shut out; the person, where one who holds it is not cleared. */
function cannotRead({ exercise, facts }: Document, post: Post, ofClass: Class): string | undefined {
  const parties = post.party === undefined ? exercise.setting.participating : [post.party];
  const asPost = parties.map((party): Reader => ({ kind: 'party', party, excon: isExconPost(post), posts: [post.id] }));
  if (!asPost.every((reader) => mayRead(reader, ofClass, facts.scale))) return '';
  return personsHolding(exercise, post).find((person) => !mayRead(person, ofClass, facts.scale))?.id;
}

function personsHolding({ persons, posts, policy }: Exercise, { id: post }: Post) {
  return persons.list
    .filter(({ holds }) => holds.some((held) => held.post === post))
    .map(({ id, party, holds, clearance, caveats }) => ({
      kind: 'person' as const,
      id,
      party,
      posts: holds.map((held) => held.post as string),
      excon: posts.list.some((held) => isExconPost(held) && holds.some((one) => one.post === held.id)),
      clearance: clearance ?? policy.folders.shared,
      caveats,
    }));
}

export const zonesAndAnchorsAreReadToo = check(
  'zonesAndAnchorsAreReadToo',
  'Whoever reads a zone that is named, or a time that hangs on an anchor, may read where they are stated.',
  function* (document) {
    if (!classesHold(document)) return;
    const covers = coversIn(document);
    for (const { collection, id, path, name, sites } of zonesNamed(document)) {
      const item = document.written(collection).get(id);
      const stating = sites.flatMap((site) => document.written('sites').get(site) ?? []);
      const [first] = stating;
      if (item === undefined || first === undefined || stating.some((site) => isReadBy(covers, site, 'zones', item, path))) continue;
      yield mayNotName(item, path, name, first, 'zones');
    }
    const exercise = document.written('exercise').get('exercise');
    if (exercise === undefined || exercise.fields.anchors === undefined) return;
    for (const { from, path, value } of document.instants) {
      const anchor = anchorIn(value.written);
      if (anchor === undefined || isReadBy(covers, exercise, 'anchors', from, path)) continue;
      yield mayNotName(from, path, anchor, exercise, 'anchors');
    }
  },
  ['sites'],
);

export const alertsCanSayWhere = check(
  'alertsCanSayWhere',
  'Everyone in the exercise may read of every site, for an alert says to everyone where.',
  function* (document) {
    if (!classesHold(document)) return;
    const covers = coversIn(document);
    const everyone = classKey(classOfOwner({ kind: 'shared' }, document.facts));
    for (const [id, item] of document.written('sites')) {
      if (item.portions.some(({ classKey: own }) => covers(own, everyone))) continue;
      const values = { site: id, file: item.placeOf([], 'key').file };
      yield fault(item.placeOf([], 'key'), 'exercise.alertCannotSayWhere', values, { key: 'exercise.nameSiteInShared', values: {} });
    }
  },
);

// What a reader cannot see stated, the reader takes for the usual list; nobody could tell that reader otherwise.
export const goNoGoListsAreReadByAll = check(
  'goNoGoListsAreReadByAll',
  'Whoever reads of a serial reads its go/no-go list.',
  function* (document) {
    if (!classesHold(document)) return;
    const covers = coversIn(document);
    for (const [id, item] of document.written('serials')) {
      if (!Object.hasOwn(item.fields, 'goNoGo')) continue;
      const own = item.classOfField('goNoGo');
      const shut = item.portions.find(({ classKey: other }) => !covers(own, other));
      if (shut === undefined) continue;
      const at = item.placeOf(['goNoGo'], 'key');
      yield fault(at, 'exercise.goNoGoHidden', { serial: id, file: shut.file }, { key: 'exercise.moveHere', values: { file: shut.file } });
    }
  },
);

function isReadBy(covers: Covers, stating: WrittenItem, field: string, item: WrittenItem, path: readonly (string | number)[]): boolean {
  return covers(stating.classOfField(field), item.classOfField(String(path[0])));
}

function mayNotName(item: WrittenItem, path: readonly (string | number)[], name: string, stating: WrittenItem, field: string): Remark {
  const values = { item: item.id, name, file: stating.placeOf([field], 'key').file };
  return fault(item.placeOf(path), 'exercise.mayNotName', values, { key: 'exercise.moveWhatPartnersNeed', values: {} });
}
