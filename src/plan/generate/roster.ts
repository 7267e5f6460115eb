// Who is engaged when while the hidden plan is made. It keeps everybody inside duty limits that are stricter than how duty is counted:
// each engagement takes the way home before and after it, and what lies between two ways that meet counts as duty.

export type Spell = {
  readonly serial: string;
  readonly start: number;
  readonly end: number;
  readonly site: number;
  /** The night it touches, or -1. */
  readonly night: number;
  readonly isRest: boolean;
};

export type Limits = { readonly most: number; readonly rest: number; readonly nights: number; readonly beforeNight: number };

export const limits: Limits = { most: 660, rest: 480, nights: 2, beforeNight: 300 };

/** Minutes between two engagements of one body, at least. */
const breath = 30;

export type Roster = {
  /** By body, in order of time. */
  readonly lists: Spell[][];
  readonly travel: (from: number, to: number) => number;
};

export function take({ lists }: Roster, body: number, spell: Spell): void {
  while (lists.length <= body) lists.push([]);
  lists[body] = [...(lists[body] ?? []), spell].sort((a, b) => a.start - b.start);
}

/** Whether a body can take a spell on; `without` names a serial that it leaves for it. */
export function canTake(roster: Roster, body: number, spell: Spell, without?: string): boolean {
  const list = (roster.lists[body] ?? []).filter(({ serial }) => serial !== without);
  let at = list.findIndex(({ start }) => start >= spell.start);
  if (at < 0) at = list.length;
  const [before, after] = [list[at - 1], list[at]];
  if (before !== undefined && before.end + Math.max(breath, roster.travel(before.site, spell.site)) > spell.start) return false;
  if (after !== undefined && spell.end + Math.max(breath, roster.travel(spell.site, after.site)) > after.start) return false;
  const around = [...list.slice(0, at), spell, ...list.slice(at)].filter(
    (one) => one.end > spell.start - 3 * 1440 && one.start < spell.end + 3 * 1440,
  );
  return isBearable(roster, around);
}

function isBearable({ travel }: Roster, list: readonly Spell[]): boolean {
  const home = 0;
  const duty: [number, number][] = [];
  for (const one of list) {
    const way = travel(home, one.site);
    const [from, to] = one.isRest ? [one.start, one.start] : [one.start - way, one.end + way];
    const last = duty.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else duty.push([from, to]);
  }
  for (const [index, [from]] of duty.entries()) {
    let [sum, longest] = [0, 0];
    for (let at = index; at < duty.length && (duty[at]?.[0] ?? 0) < from + 1440; at++) {
      const [start = 0, end = 0] = duty[at] ?? [];
      sum += Math.min(end, from + 1440) - start;
      longest = Math.max(longest, Math.min(duty[at + 1]?.[0] ?? Number.POSITIVE_INFINITY, from + 1440) - end);
    }
    if (sum > limits.most || longest < limits.rest) return false;
  }
  return nightsAreBearable(list, travel);
}

function nightsAreBearable(list: readonly Spell[], travel: Roster['travel']): boolean {
  const nights = [...new Set(list.flatMap(({ night }) => (night < 0 ? [] : [night])))].sort((a, b) => a - b);
  for (const night of nights) if (nights.includes(night + 1) && nights.includes(night + 2)) return false;
  return list.every((one, index) => {
    const before = list[index - 1];
    if (one.night < 0 || before === undefined || before.night === one.night) return true;
    return one.start - travel(0, one.site) - before.end - travel(0, before.site) >= limits.beforeNight;
  });
}
