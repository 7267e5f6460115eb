/** After ENDEX the chief evaluators propose findings from what they read, the other party comments, the co-directors agree and set what is to be done. */
import { minuteOfMicros, minutesPerDay } from '../../../kernel/index.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';
import { withConsent } from './consents.ts';

const findingsEach = 2;
const nothingObserved = { task: '', criticalTask: '', rating: null, serial: '' } as const;

/** What was observed of a critical task: the sum of its ratings' places on the scale, how many, in which serials, and the first that show it. */
type Seen = {
  readonly title: string;
  sum: number;
  n: number;
  readonly task: string;
  readonly serials: Set<string>;
  readonly shownBy: string[];
};

export function concludingAct(company: Company): Reactions {
  const { stage, agenda } = company;
  const chiefs = stage.posts.filter(({ role, party }) => role === 'chiefEvaluator' && party !== undefined);
  const directors = stage.posts.filter(({ role }) => role === 'coDirector');

  const observed = new Set([
    stage.routes.everyone,
    ...stage.posts.filter(({ role }) => role === 'evaluator').map(({ id }) => stage.routes.ofThing('observation', id)),
  ]);

  /** Critical tasks as a chief evaluator reads their ratings, the worst first and the best last. */
  const seenBy = (chief: number) => {
    const worst = stage.exercise.setting.ratingScale;
    const byTask = new Map<string, Map<string, Seen>>();
    for (const stream of observed) {
      for (const [id, { made, released }] of company.knows(chief, stream)?.evaluation.observations ?? []) {
        const { task, criticalTask, rating, serial } = made ?? released ?? nothingObserved;
        if (rating === null) continue;
        let ofTask = byTask.get(task);
        if (ofTask === undefined) {
          ofTask = new Map();
          byTask.set(task, ofTask);
        }
        let found = ofTask.get(criticalTask);
        if (found === undefined) {
          found = { title: `${task}/${criticalTask}`, sum: 0, n: 0, task, serials: new Set(), shownBy: [] };
          ofTask.set(criticalTask, found);
        }
        found.sum += worst.indexOf(rating);
        found.n++;
        found.serials.add(serial);
        if (found.shownBy.length < 5) found.shownBy.push(id);
      }
    }
    const seen = [...byTask.values()].flatMap((ofTask) => [...ofTask.values()]);
    return seen.sort((a, b) => b.sum / b.n - a.sum / a.n || (a.title < b.title ? -1 : 1));
  };

  const propose = (chief: (typeof chiefs)[number]): void => {
    const seen = seenBy(chief.index);
    const picks = [
      ...seen.slice(0, findingsEach - 1).map((one) => ({ one, strength: false })),
      ...seen.slice(-1).map((one) => ({ one, strength: true })),
    ];
    picks.forEach(({ one: { title, task, serials, shownBy }, strength }, number) => {
      company.work(chief.index, 15, () =>
        company.order(chief.index, 'ProposeFinding', {
          finding: `${chief.id}.finding${number + 1}`,
          title,
          text: phrase(strength ? 'strength' : 'improve', chief.writes),
          language: chief.writes,
          strength,
          task,
          serials: [...serials].sort(),
          shownBy,
          joint: true,
        }),
      );
    });
  };

  return {
    EndexDeclared: (_payload, { stream }) => {
      chiefs.forEach((chief, number) => {
        if (company.hears(chief.index, stream)) agenda.at(agenda.now + micros(60 + 20 * number), () => propose(chief));
      });
    },
    FindingProposed: ({ finding, party, strength }, { stream }) => {
      const other = chiefs.find((chief) => chief.party !== party && company.hears(chief.index, stream));
      const director = directors.find(({ index }) => company.hears(index, stream));
      if (other !== undefined) {
        const minutes = company.draw('decideMinutes', other, finding);
        company.work(other.index, minutes, () =>
          company.order(other.index, 'CommentFinding', { finding, text: phrase('agreeWith', other.writes), language: other.writes }),
        );
      }
      if (director === undefined) return;
      agenda.at(agenda.now + micros(90), () =>
        withConsent(company, director.index, { on: 'finding', subject: finding }, () => {
          company.work(director.index, 5, () => company.order(director.index, 'AgreeFinding', { finding }));
          if (strength) return;
          const due = minuteOfMicros(agenda.now as never) + 180 * minutesPerDay;
          const owner = chiefs.find((chief) => chief.party === party)?.id ?? director.id;
          company.work(director.index, 5, () =>
            company.order(director.index, 'SetCorrectiveAction', {
              action: `${finding}.action`,
              finding,
              text: phrase('rehearseAgain', director.writes),
              owner,
              due,
              element: 'training',
              done: false,
              language: director.writes,
            }),
          );
        }),
      );
    },
  };
}
