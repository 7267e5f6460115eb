// `export`: the log of a data folder as a file, or the document it holds as a folder; both as the reader reads them.
import { isProblem, Malformed, Refused } from '../kernel/index.ts';
import { gateFor, readerText } from '../release/index.ts';
import type { Store } from '../store/index.ts';
import { filesIn } from './live/adoption.ts';
import { pastOf } from './live/home.ts';
import { documentIn, existingLog } from './live/stored.ts';
import { logLinesFor } from './log-out.ts';
import { readerNamed, sharedReading } from './readers.ts';
import type { ExportExercise } from './use-cases.ts';

export const exportExercise: ExportExercise = async (dataDirectory, { reader: text, as, sink, progress }) => {
  progress({ key: 'app.exporting', values: {} });
  const store: Store = existingLog(dataDirectory);
  try {
    const past = await pastOf(store);
    const document = documentIn(past);
    const files = document?.files ?? [];
    const shared = sharedReading(files);
    const reader = readerNamed(
      text,
      files,
      shared,
      past.map(({ logged }) => logged),
    );
    if (isProblem(reader)) throw new Malformed([reader]);
    const scale = shared?.policy.scale ?? [];
    const gate = gateFor(reader, scale);
    const events = past.filter(({ logged }) => gate(logged.stream));
    if (events.length === 0) throw new Refused({ key: 'app.nothingToExport', values: { reader: text } });
    if (as === 'log') {
      await sink.write('log.jsonl', logLinesFor(events, store.exercise, reader, scale));
      return {
        json: { ok: true, reader: readerText(reader), events: events.length },
        summary: [{ key: 'app.exportedLog', values: { events: events.length } }],
      };
    }
    const held = filesIn(events);
    for (const { path, text: content } of held) await sink.write(path, content);
    return {
      json: { ok: true, reader: readerText(reader), files: held.map(({ path }) => path) },
      summary: [{ key: 'app.exportedFolder', values: { files: held.length } }],
    };
  } finally {
    await store.close();
  }
};
