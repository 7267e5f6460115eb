/** THE DOCUMENT as everything else reads it: one immutable value, made by `readExercise` from the files a reader may open. */

import type { Zone } from '../kernel/index.ts';
import type { ClassKey } from '../release/index.ts';
import type { CollectionName, ItemOf } from './nouns/collections.ts';
import type { ReleasePolicyNoun } from './nouns/policy.ts';
import type { Programme, Setting } from './nouns/setting.ts';

/** The items of a collection in reading order, and by identifier. */
export type Table<T> = { readonly list: readonly T[]; readonly byId: ReadonlyMap<string, T> };

/** One item's part in one file, and the class of that file. */
export type Portion = {
  readonly collection: CollectionName | 'exercise' | 'release' | 'programme';
  readonly id: string;
  readonly file: string;
  readonly owner: string;
  readonly classKey: ClassKey;
  /** SHA-256 of the part's canonical bytes. */
  readonly hash: string;
  /** The fields that stand in this part. */
  readonly fields: readonly string[];
};

export type Exercise = {
  readonly setting: Setting;
  readonly zone: Zone;
  readonly policy: ReleasePolicyNoun;
  readonly programme: Programme | undefined;
  /** True when every owner that `shared/` lists was read; absence may be concluded only then. */
  readonly complete: boolean;
  readonly owners: readonly string[];
  readonly portions: readonly Portion[];
} & { readonly [N in CollectionName]: Table<ItemOf<N>> };

export type Party = ItemOf<'parties'>;
export type Contingent = ItemOf<'contingents'>;
export type Unit = ItemOf<'units'>;
export type TaskGroup = ItemOf<'taskGroups'>;
export type Person = ItemOf<'persons'>;
export type Post = ItemOf<'posts'>;
export type Site = ItemOf<'sites'>;
export type Pool = ItemOf<'pools'>;
export type Task = ItemOf<'tasks'>;
export type Procedure = ItemOf<'procedures'>;
export type TrainingObjective = ItemOf<'objectives'>;
export type Requirement = ItemOf<'requirements'>;
export type Serial = ItemOf<'serials'>;
export type Phase = ItemOf<'phases'>;
export type Inject = ItemOf<'injects'>;
export type CollectionItem = ItemOf<'collection'>;
export type Assumption = ItemOf<'assumptions'>;
export type Scarce = ItemOf<'scarce'>;
