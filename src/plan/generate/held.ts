// A serial where the hidden plan has it, when it takes whom, and the hidden plan as it grows.
import { localDay, type MinuteInstant, type Random } from '../../kernel/index.ts';
import type { Roster, Spell } from './roster.ts';
import type { Draft } from './syllabus.ts';
import { touches, type World } from './world.ts';

/** A serial where the hidden plan has it. `posts` attend by name, `attends` tells whose units do. */
export type Held = {
  readonly draft: Draft;
  readonly start: number;
  readonly end: number;
  readonly site: number;
  /** Unit indexes, ascending. */
  readonly team: readonly number[];
  readonly lead: number;
  readonly support: readonly { readonly demand: string; readonly party: number; readonly body: number }[];
  readonly attends: 'all' | 'late' | 'none';
  readonly posts: readonly number[];
  readonly isFixed: boolean;
};

export type Building = {
  readonly world: World;
  readonly roster: Roster;
  readonly random: Random;
  readonly held: Held[];
  /** Serials that found no place. */
  readonly left: Draft[];
  readonly group: readonly number[];
  /** By unit: minutes in teams, and whether it has had part-task training. */
  readonly load: number[];
  readonly hasTrained: boolean[];
  readonly led: number[];
};

export const totalOf = ({ length }: Draft): number => length.setUp + length.brief + length.run + length.debrief;
export const toRunOf = ({ length }: Draft): number => length.setUp + length.brief;

export function spellOf(world: World, draft: Draft, start: number, site: number): Spell {
  const run = start + toRunOf(draft);
  const night = world.sites[site]?.night ?? [];
  const isNight = draft.kind !== 'rest' && touches(night, run, run + draft.length.run);
  return {
    serial: draft.id,
    start,
    end: start + totalOf(draft),
    site,
    night: isNight ? localDay((run - 720) as MinuteInstant, world.mould.zone) : -1,
    isRest: draft.kind === 'rest',
  };
}
