/** Who takes part in a booking: the team by party, the lead, and who supports it. */
import type { Booking } from '../../plan/index.ts';
import type { Line, Run } from '../content.ts';
import type { Pen } from '../pen.ts';

/** `BLR: …` and `CHN: …`, a line for each party in the document's order. */
export function teamByParty(pen: Pen, { team, lead, serial }: Booking): Line {
  const { exercise } = pen.matter;
  const parties = [...new Set(team.map((id) => exercise.units.byId.get(id)?.party ?? ''))];
  const order = [...exercise.setting.participating, ...exercise.setting.observing] as readonly string[];
  parties.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const runs = parties.flatMap((party, index): Run[] => {
    const units = team.filter((id) => (exercise.units.byId.get(id)?.party ?? '') === party);
    for (const id of units) pen.use('units', id, 'party');
    const names = units.map((id) => `${pen.name('units', id)}${id === lead ? ` (${pen.say('leads')})` : ''}`);
    return [index === 0 ? '' : '\n', { text: party, style: 'strong' }, ` ${names.join(pen.comma)}`];
  });
  if (runs.length > 0) return runs;
  return attending(pen, serial);
}

/** A fixed event holds everyone, or named units and posts, instead of a team. */
function attending(pen: Pen, id: string): Line {
  const attend = pen.matter.exercise.serials.byId.get(id)?.attend;
  if (attend === undefined) return '–';
  pen.use('serials', id, 'attend');
  const units = attend.units === 'all' ? [pen.say('allUnits')] : attend.units.map((unit) => pen.name('units', unit));
  if (attend.posts.length > 6) return [...units, pen.say('posts', { n: attend.posts.length })].join(pen.comma);
  return [...units, ...attend.posts.map((post) => pen.name('posts', post))].join(pen.comma);
}

export function leadOf(pen: Pen, { lead }: Booking): string {
  return lead === null ? '–' : pen.name('units', lead);
}

/** A line for each role. */
export function supportByRole(pen: Pen, { support }: Booking): Line {
  const { exercise } = pen.matter;
  const byRole = new Map<string, string[]>();
  for (const { demand, by } of support) {
    const id = demand.split('/')[0] ?? demand;
    const role = exercise.supportDemands.byId.get(id)?.role;
    pen.use('supportDemands', id, 'role');
    const title = pen.say('role', { role: role ?? id });
    byRole.set(title, [...(byRole.get(title) ?? []), pen.name('posts', by)]);
  }
  const lines = [...byRole].map(([role, posts]) => pen.pair(role, posts.join(pen.comma)));
  return lines.length === 0 ? '–' : lines.join('\n');
}
