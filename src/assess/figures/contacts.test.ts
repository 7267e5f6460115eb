import { expect, test } from 'vitest';
import { anExercise, aPost } from '../../exercise/index.ts';
import { aLog, at, type Told, told } from '../a-log.ts';
import { assess } from '../assess.ts';

const exercise = anExercise({
  posts: [
    aPost({ id: 'b1' }),
    aPost({ id: 'b2' }),
    aPost({ id: 'c1', party: 'CHN' }),
    { id: 'joint', name: { en: 'Joint' }, role: 'chiefController', cell: 'excon' },
  ],
});
const contacts = (...events: Told[]) => assess(exercise, aLog(...events), { reader: 'all' }).coordination.contacts;

let next = 0;
const mark = (minutes: number, from: string, to: string, more = {}) =>
  told(minutes, 'ContactMarked', { contact: `k${++next}`, from, to, means: 'radio', ...more });
const message = (minutes: number, from: string, to: string[], means: 'radio' | 'mail' = 'radio', id = `m${++next}`) =>
  told(minutes, 'MessageSent', { message: id, from, to, language: 'ru', means, text: '…' });
const recorded = (from: number, to: number, procedure: string, serial: string) =>
  told(to, 'ProcedureRecorded', {
    record: `p${++next}`,
    procedure,
    serial,
    from: 'BLR',
    to: 'CHN',
    startedAt: at(from),
    finishedAt: at(to),
  });

test('a contact crosses parties when its two posts are of two; a post of all parties is of none', () => {
  expect(contacts(mark(0, 'b1', 'c1'), mark(1, 'b1', 'b2'), mark(2, 'joint', 'c1'))).toMatchObject({ marked: 3, crossParty: 1 });
});

test('the share captured is of what left another trace: spoken messages and recorded procedures', () => {
  const found = contacts(
    message(0, 'b1', ['c1']),
    mark(6, 'c1', 'b1'),
    message(30, 'b1', ['c1']),
    message(31, 'b1', ['c1'], 'mail'),
    recorded(60, 70, 'hand', 's1'),
    mark(75, 'b2', 'c1', { procedure: 'hand', serial: 's1' }),
    recorded(60, 70, 'hand', 's2'),
  );
  expect(found.captured).toMatchObject({ hits: 2, of: 4 });
});

test('one mark captures one message', () => {
  expect(contacts(message(0, 'b1', ['c1']), message(1, 'b1', ['c1']), mark(2, 'b1', 'c1')).captured).toMatchObject({ hits: 1, of: 2 });
  expect(contacts(message(0, 'b1', ['c1']), message(1, 'b1', ['c1']), mark(2, 'b1', 'c1'), mark(2, 'b1', 'c1')).captured).toMatchObject({
    hits: 2,
    of: 2,
  });
});

test('a message heard by two is two communications; sent and received, it is one', () => {
  const heard = told(1, 'MessageReceived', { message: 'm', from: 'b1', to: 'c1', language: 'ru', means: 'radio', text: '…' });
  expect(contacts(message(0, 'b1', ['c1', 'b2'])).captured.of).toBe(2);
  expect(contacts(message(0, 'b1', ['c1'], 'radio', 'm'), heard).captured.of).toBe(1);
  expect(contacts(heard).captured.of).toBe(1);
});

test('where nothing is known to have been said, the share is not nought', () => {
  expect(contacts(mark(0, 'b1', 'c1')).captured).toEqual({ hits: 0, of: 0, low: null, high: null });
});

test('a mark and its copy for wider readers are one', () => {
  const copy = told(70, 'ContactMarked', { contact: 'same', from: 'b1', to: 'c1', means: 'radio' });
  const found = contacts(mark(70, 'b1', 'c1', { contact: 'same', procedure: 'hand', serial: 's1' }), copy, recorded(60, 70, 'hand', 's1'));
  expect(found).toMatchObject({ marked: 1, captured: { hits: 1, of: 1 } });
});
