// A log that was written before answers were reviewed and consent was bound to texts: it verifies, folds and is told as it was.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aJointExercise } from './a-conduct.ts';
import { type LoggedEvent, noConduct } from './conduct.ts';
import { partiesAgreeingToText } from './decide/consent.ts';
import { fold } from './evolve.ts';
import { loggedOf } from './log/envelope.ts';
import { plainHashText } from './log/hash-text.ts';
import { parseEventLine } from './log/log-file.ts';
import { verifyLog } from './log/verify.ts';
import { upgrade } from './upgrade.ts';
import { namingIn } from './views/naming.ts';
import { tell } from './views/telling.ts';

const lines = readFileSync(new URL('log-before-answers.golden.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const stored = lines.slice(1).map((line): LoggedEvent => {
  const read = parseEventLine(line);
  if (read === undefined) throw new Error(line);
  return loggedOf(read.header, read.payload);
});
const agreement = { id: 'COM', on: 'communique' as const, consents: [{ role: 'coDirector' }], within: '1h', silenceMeans: 'no' as const };
const exercise = aJointExercise({ agreements: [agreement] });
const conduct = fold(noConduct(exercise), stored.map(upgrade));

test('it is intact, and no event of it reads as another than it was', async () => {
  expect((await verifyLog(lines, { file: 'log', hash: plainHashText })).problems).toEqual([]);
  for (const logged of stored) expect(upgrade(logged)).toBe(logged);
});

test('an answer that arrived has arrived, without a review', () => {
  const { ofPost, ofParty, everyone } = conduct.routes;
  const asker = conduct.slices.get(ofPost('HQ-BLR'));
  expect(asker?.play.requests.get('r-1')?.answerReceived).toEqual({ request: 'r-1', to: 'HQ-BLR', texts: { zh: '同意。' } });
  expect(conduct.slices.get(ofParty('CHN'))?.answers.ofRequest.size ?? 0).toBe(0);
  const timed = [...(conduct.slices.get(everyone)?.play.requests.values() ?? [])].map((request) => request.timed);
  expect(timed.map((one) => [one?.answered, one?.decideSeconds, one?.reviewSeconds, one?.answerHeldAt])).toEqual([
    [true, 301, 121, undefined],
    [false, null, 1, undefined],
  ]);
});

test('its feed reads as it did', () => {
  const naming = namingIn('en', exercise, conduct);
  expect(new Set(stored.map((logged) => tell(logged, naming).key))).not.toContain('screen.event.unknown');
  expect(stored.flatMap((logged) => (logged.event.type === 'AnswerReceived' ? [tell(logged, naming).values] : []))).toEqual([
    { to: 'HQ-BLR', text: '同意。 [zh]', mark: 'none' },
    { to: 'HQ-BLR', text: 'Да. [ru]', mark: 'none' },
  ]);
});

test('what was agreed by its name was agreed, and what was released on it stands', () => {
  const text = { language: 'en', title: 'Joint communiqué', text: 'The exercise has begun.' };
  const consent = partiesAgreeingToText(conduct, 'communique-1', text);
  expect(consent).toEqual({ isAgreed: true, isToAnother: false, parties: ['BLR', 'CHN'] });
  const released = conduct.slices.get('UNCLASSIFIED/PUBLIC//public:' as never)?.release.texts.get('communique-1');
  expect(released?.released?.text).toBe('The exercise has begun.');
});
