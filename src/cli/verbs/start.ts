// `entente start`, what `npm start` ends in: the model exercise planned, tried dry, served on loopback and played.
import { wholeNumber } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly port: number };

export const startVerb = verb<'start', Options>({
  name: 'start',
  summary: 'Plan the model exercise, try it dry, and play it in the browser.',
  example: 'entente start --port 4600',
  outcomes: ['well', 'faults'],
  define: (command) => command.option('--port <n>', 'where to listen, on loopback only', wholeNumber(0, 65535), 4600),
  async run(start, _given, { port }, frame) {
    await start({
      port,
      listening: ({ address }) => {
        frame.tell({ key: 'cli.listening', values: { address } });
        frame.printJson({ address });
      },
      progress: frame.progress,
      signal: frame.untilInterrupted(),
    });
    return 'well';
  },
});
