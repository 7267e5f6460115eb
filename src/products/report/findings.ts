/** Findings with what shows them, and the improvement plan that follows from them. */
import type { AssessedFinding } from '../../assess/index.ts';
import { isProblem, localDay, type MinuteInstant } from '../../kernel/index.ts';
import { readClassKey } from '../../release/index.ts';
import { sayDay } from '../../words/index.ts';
import type { Block, Cell, Line, Run } from '../content.ts';
import type { Pen } from '../pen.ts';
import { findingText, titleOf } from './sentences.ts';

const mostShown = 6;

/** A numbered list: the sentence, then state, party, serials, what was said of it, and the events that show it. */
export function findingsList(pen: Pen, findings: readonly AssessedFinding[]): readonly Block[] {
  if (findings.length === 0) return [];
  pen.useLog();
  return [{ kind: 'list', ordered: true, items: findings.map((finding) => findingLine(pen, finding)) }];
}

/** What people found, then what the figures propose, each under a heading of its own where there are both. */
export function findingsByOrigin(pen: Pen, findings: readonly AssessedFinding[]): readonly Block[] {
  const people = findings.filter(({ origin }) => origin === 'people');
  const figures = findings.filter(({ origin }) => origin === 'figures');
  if (people.length === 0 || figures.length === 0) return findingsList(pen, findings);
  return [
    { kind: 'heading', level: 3, text: pen.say('finding.byPeople') },
    ...findingsList(pen, people),
    { kind: 'heading', level: 3, text: pen.say('finding.byFigures') },
    ...findingsList(pen, figures),
  ];
}

function findingLine(pen: Pen, finding: AssessedFinding): Line {
  const { state, origin, party, serials, shownBy, comments, nationalView } = finding;
  const about = [
    pen.say('finding.state', { state: origin === 'figures' ? 'figures' : state }),
    ...(party === null ? [] : [pen.name('parties', party)]),
    // A sentence that names them says enough.
    ...(serials.length === 0 || finding.values.serials !== undefined ? [] : [pen.say('finding.serials', { serials })]),
  ];
  return [
    findingText(pen, finding),
    { text: `\n${about.join(' · ')}`, style: 'muted' },
    ...(comments ?? []).map(
      ({ party: by, text, language }): Run =>
        `\n${pen.pair(pen.name('parties', by), text)}${language === pen.language ? '' : ` [${language}]`}`,
    ),
    ...(nationalView == null ? [] : [`\n${pen.say('finding.nationalView', { party: pen.name('parties', nationalView) })}`]),
    ...(shownBy.length === 0
      ? []
      : [{ text: `\n${pen.say('finding.shownBy', { n: shownBy.length })} ${evidence(pen, shownBy)}`, style: 'muted' as const }]),
  ];
}

/** Events as origin, sequence and audience of their stream: short enough to read, enough to find them in the log. */
function evidence(pen: Pen, shownBy: readonly string[]): string {
  const shown = shownBy.slice(0, mostShown).map((id) => {
    const [stream = '', origin, sequence] = id.split('#');
    // People name what shows a finding as they like, an observation for example.
    if (origin === undefined || sequence === undefined) return id;
    const found = readClassKey(stream);
    const { audience } = isProblem(found) ? { audience: undefined } : found;
    const where = audience === undefined ? stream : pen.say('audience', { kind: audience.kind, id: 'id' in audience ? audience.id : '' });
    return `${origin} ${sequence} (${where})`;
  });
  return [...shown, ...(shownBy.length > mostShown ? ['…'] : [])].join(pen.comma);
}

/** Area by area: corrective action, capability element, owner, due date; an agreed area without an action says so. */
export function improvementPlan(pen: Pen, findings: readonly AssessedFinding[]): readonly Block[] {
  const areas = findings.filter(({ strength, origin, actions }) => actions.length > 0 || (!strength && origin === 'people'));
  if (areas.length === 0) return [];
  pen.useLog();
  const rows = areas.flatMap((finding): (readonly Cell[])[] => {
    const title = titleOf(pen, finding.title) ?? findingText(pen, finding);
    if (finding.actions.length === 0) return [[title, { line: pen.say('plan.noAction'), tone: 'warn' }, '–', '–', '–', '–']];
    return finding.actions.map(({ text, element, owner, due, done, language }): readonly Cell[] => [
      title,
      language === undefined || language === pen.language ? text : `${text} [${language}]`,
      pen.say('element', { element }),
      pen.name('posts', owner),
      sayDay(localDay(due as MinuteInstant, pen.zone), pen.language),
      done ? { line: pen.say('plan.done'), tone: 'good' } : pen.say('plan.open'),
    ]);
  });
  const columns = [
    { title: pen.say('column.area'), width: 2.4 },
    { title: pen.say('column.action'), width: 3.2 },
    { title: pen.say('column.element'), width: 1.4 },
    { title: pen.say('column.owner'), width: 1.8 },
    { title: pen.say('column.dueDate'), width: 1.6 },
    { title: pen.say('column.status'), width: 1 },
  ];
  return [{ kind: 'table', columns, rows }];
}
