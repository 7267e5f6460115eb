import { expect, test } from 'vitest';
import { anExercise } from '../../exercise/index.ts';
import { aLog, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';

const proposed = (finding: string) =>
  told(1, 'FindingProposed', {
    finding,
    title: 'Back-briefs',
    text: 'Late in both languages.',
    language: 'en',
    strength: false,
    task: 'search',
    serials: ['s1'],
    shownBy: ['a#b#1'],
    party: 'BLR',
  });
const findings = (...events: Told[]) => assess(anExercise(), aLog(...events), { reader: 'all' }).findings;

test('a finding keeps its words, its state, what was said of it, and its actions', () => {
  const [found] = findings(
    proposed('f1'),
    told(2, 'FindingCommented', { finding: 'f1', party: 'CHN', text: '同意', language: 'zh' }),
    told(3, 'FindingAgreed', { finding: 'f1', nationalView: 'CHN' }),
    told(4, 'CorrectiveActionSet', {
      action: 'a1',
      finding: 'f1',
      text: 'Train interpreters.',
      owner: 'chief',
      due: 100,
      element: 'training',
      done: false,
    }),
    told(5, 'CorrectiveActionSet', {
      action: 'a1',
      finding: 'f1',
      text: 'Train interpreters.',
      owner: 'chief',
      due: 100,
      element: 'training',
      done: true,
    }),
  );
  expect(found).toEqual({
    id: 'f1',
    origin: 'people',
    strength: false,
    key: null,
    values: {},
    title: 'Back-briefs',
    text: 'Late in both languages.',
    language: 'en',
    state: 'agreedWithNationalView',
    party: 'BLR',
    task: 'search',
    serials: ['s1'],
    shownBy: ['a#b#1'],
    actions: [{ action: 'a1', text: 'Train interpreters.', owner: 'chief', due: 100, element: 'training', done: true }],
    comments: [{ party: 'CHN', text: '同意', language: 'zh' }],
    nationalView: 'CHN',
    supersededBy: null,
  });
});

test('a superseded finding stays, and says by which', () => {
  const [first] = findings(proposed('f1'), proposed('f2'), told(2, 'FindingSuperseded', { finding: 'f1', by: 'f2' }));
  expect(first).toMatchObject({ id: 'f1', state: 'superseded', supersededBy: 'f2' });
});

test('a finding whose proposal this reader does not read is not there', () => {
  expect(findings(told(2, 'FindingAgreed', { finding: 'f1' }))).toEqual([]);
});
