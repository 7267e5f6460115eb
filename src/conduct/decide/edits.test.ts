// Edits of the document in a running exercise: whose file, which version, and what they do to translations.
import { expect, test } from 'vitest';
import { sha256Hex } from '../../kernel/index.ts';
import { aJointExercise, TestConduct, told } from '../a-conduct.ts';
import { systemAuthor } from './asking.ts';
import { portionVersion } from './edits.ts';
import { editSubject } from './subjects.ts';

const agreement = { id: 'DOC', on: 'document' as const, consents: [{ role: 'coDirector' }], within: '1h', silenceMeans: 'no' as const };

function adopted(play = new TestConduct()): TestConduct {
  const { everyone, excon, ofParty } = play.conduct.routes;
  const files = [
    ['shared/serials.yaml', everyone],
    ['excon/msel.yaml', excon],
    ['parties/BLR/units.yaml', ofParty('BLR')],
  ] as const;
  play.give(systemAuthor, 'AdoptDocument', {
    files: files.map(([file, ofClass]) => ({ file, class: ofClass, text: `# ${file}\n`, hash: sha256Hex(`# ${file}\n`) })),
  });
  return play;
}
const serial = { file: 'shared/serials.yaml', collection: 'serials', id: 'SER-1', edits: [{ path: ['name', 'en'], value: 'Search' }] };

test('an edit goes to the stream of its file, and saying it again changes nothing', () => {
  const play = adopted();
  expect(told(play.give('CODIR-BLR', 'EditPortion', serial))).toEqual(['PortionEdited → everyone:']);
  expect(told(play.give('CODIR-CHN', 'EditPortion', serial))).toEqual([]);
  const inject = { file: 'excon/msel.yaml', collection: 'injects', id: 'I-1', edits: [{ path: ['number'], value: '201' }] };
  expect(told(play.give('CHIEF', 'EditPortion', inject))).toEqual(['PortionEdited → excon:']);
  expect(told(play.give('EVAL-BLR', 'EditPortion', serial))).toEqual(['conduct.notYourOrder']);
});

test('a party’s file is edited by its co-director alone, and others do not learn of it', () => {
  const play = adopted();
  const unit = { file: 'parties/BLR/units.yaml', collection: 'units', id: 'B1', edits: [{ path: ['callsign'], value: 'Oak' }] };
  expect(told(play.give('CODIR-BLR', 'EditPortion', unit))).toEqual(['PortionEdited → party:BLR']);
  expect(told(play.give('CHIEF', 'EditPortion', unit))).toEqual(['conduct.notYourFile']);
  expect(told(play.give('CODIR-CHN', 'EditPortion', unit))).toEqual(['conduct.noSuchFile']);
});

test('what is owned together is edited by agreement, for exactly the edit that was agreed', () => {
  const play = adopted(new TestConduct(aJointExercise({ agreements: [agreement] })));
  expect(told(play.give('CODIR-BLR', 'EditPortion', serial))).toEqual(['conduct.consentMissing']);
  expect(told(play.give('CODIR-BLR', 'AskConsent', { case: 'k', on: 'document', subject: editSubject(serial) }))).toEqual([
    'ConsentAsked → everyone:',
  ]);
  play.give('CODIR-BLR', 'GiveConsent', { case: 'k', yes: true });
  play.give('CODIR-CHN', 'GiveConsent', { case: 'k', yes: true });
  const other = { ...serial, edits: [{ path: ['name', 'en'], value: 'Something else' }] };
  expect(told(play.give('CODIR-BLR', 'EditPortion', other))).toEqual(['conduct.consentMissing']);
  expect(told(play.give('CODIR-BLR', 'EditPortion', serial))).toEqual(['PortionEdited → everyone:']);
});

test('who is asked is shown the very edit that is to be agreed, where all who are asked may read it', () => {
  const play = adopted(new TestConduct(aJointExercise({ agreements: [agreement] })));
  const ask = (id: string, edit: typeof serial) =>
    play.give('CODIR-BLR', 'AskConsent', { case: id, on: 'document', subject: editSubject(edit), edit });
  expect(ask('k', serial).change[0]?.event.payload).toMatchObject({ edit: serial });
  const other = { ...serial, edits: [{ path: ['name', 'en'], value: 'Something else' }] };
  const mistaken = { case: 'l', on: 'document', subject: editSubject(serial), edit: other } as const;
  expect(told(play.give('CODIR-BLR', 'AskConsent', mistaken))).toEqual(['conduct.noSuchSubject']);
  // Before everyone, because not all who are asked read the file: its name alone.
  const own = { file: 'parties/BLR/units.yaml', collection: 'units', id: 'B1', edits: [{ path: ['callsign'], value: 'Oak' }] };
  const asked = ask('m', own).change[0];
  expect([asked?.stream, asked?.event.payload]).toEqual([play.conduct.routes.everyone, expect.not.objectContaining({ edit: own })]);
});

test('an edit of a version that is no longer there is refused', () => {
  const play = adopted();
  const expected = portionVersion(play.conduct, serial);
  play.give('CODIR-CHN', 'EditPortion', { ...serial, edits: [{ path: ['run'], value: '3h' }] }, { expected });
  expect(told(play.give('CODIR-BLR', 'EditPortion', serial, { expected }))).toEqual(['conduct.portionChangedMeanwhile']);
  expect(told(play.give('CODIR-BLR', 'EditPortion', { ...serial, id: 'SER-2' }, { expected }))).toEqual(['PortionEdited → everyone:']);
  expect(portionVersion(play.conduct, serial)).toBe(expected + 1);
});

test('a changed source is stored together with what it does to the translations', () => {
  const play = adopted();
  const edits = [{ path: ['text', 'texts', 'en'], value: 'Nobody calls.' }];
  const { change } = play.give('CHIEF', 'EditPortion', { file: 'excon/msel.yaml', collection: 'injects', id: 'I-1', edits });
  expect(change[0]?.event.payload).toMatchObject({
    edits: [
      ...edits,
      { path: ['text', 'version'], value: 2 },
      { path: ['text', 'texts', 'ru'], value: { text: 'Кто-то звонит.', state: 'checked', ofVersion: 1 } },
      { path: ['text', 'texts', 'zh'], value: { text: '有人来电。', state: 'checked', ofVersion: 1 } },
    ],
  });
});

test('no edit leads through a list, into a collection or a file that is none', () => {
  const play = adopted();
  const edits = [{ path: ['to', '0'], value: 'HQ-CHN' }];
  expect(told(play.give('CHIEF', 'EditPortion', { file: 'excon/msel.yaml', collection: 'injects', id: 'I-1', edits }))).toEqual([
    'conduct.editThroughList',
  ]);
  expect(told(play.give('CHIEF', 'EditPortion', { ...serial, collection: 'class' }))).toEqual(['conduct.noSuchCollection']);
  expect(told(play.give('CHIEF', 'EditPortion', { ...serial, file: 'shared/none.yaml' }))).toEqual(['conduct.noSuchFile']);
});

test('a file adopted again takes the place of its edits; one without text is gone', () => {
  const play = adopted();
  play.give('CODIR-BLR', 'EditPortion', serial);
  const file = {
    file: serial.file,
    class: play.conduct.routes.everyone,
    text: `# ${serial.file}\n`,
    hash: sha256Hex(`# ${serial.file}\n`),
  };
  expect(told(play.give('CODIR-BLR', 'AdoptDocument', { files: [file] }))).toEqual(['DocumentAdopted → everyone:']);
  expect(told(play.give('CODIR-BLR', 'AdoptDocument', { files: [file] }))).toEqual([]);
  expect(told(play.give('CODIR-BLR', 'AdoptDocument', { files: [{ ...file, hash: 'x' }] }))).toEqual(['conduct.hashOfAnother']);
  play.give('CODIR-BLR', 'AdoptDocument', { files: [{ ...file, text: '', hash: sha256Hex('') }] });
  expect(told(play.give('CODIR-BLR', 'EditPortion', serial))).toEqual(['conduct.noSuchFile']);
});

test('nobody adopts a file of another party', () => {
  const play = adopted();
  const text = 'units: {}\n';
  const files = [{ file: 'parties/CHN/units.yaml', class: play.conduct.routes.ofParty('CHN'), text, hash: sha256Hex(text) }];
  expect(told(play.give('CODIR-BLR', 'AdoptDocument', { files }))).toEqual(['conduct.notYourFile']);
  expect(told(play.give('CODIR-CHN', 'AdoptDocument', { files }))).toEqual(['DocumentAdopted → party:CHN']);
});
