// `entente admit`: a link by which a person of a real exercise acts at the server that runs on this data folder; or takes such links back.
import { InvalidArgumentError } from 'commander';
import { existingFolder } from '../options.ts';
import { verb } from '../verb.ts';

type Options = { readonly data: string; readonly person: string; readonly address: string; readonly withdraw?: true };

export const admitVerb = verb<'admit', Options>({
  name: 'admit',
  summary: 'Make a link, good once, by which a person acts in a real exercise; or take it back.',
  example: 'entente admit --data data --person BLR-P1',
  outcomes: ['well', 'faults'],
  define: (command) =>
    command
      .requiredOption('--data <dir>', 'the data folder that serve keeps', existingFolder)
      .requiredOption('--person <id>', 'a person of the document')
      .option('--address <url>', 'where the server is', address, 'http://localhost:8080/')
      .option('--withdraw', 'take back every link and every sign-in of this person'),
  async run(admit, _given, { data, person, address: at, withdraw }, frame) {
    const { code, json, summary } = await admit(data, { person, withdraw: withdraw === true });
    const link = code === null ? {} : { link: `${at}#join=${code}` };
    if (code !== null) frame.tell({ key: 'cli.admitted', values: { person, link: `${at}#join=${code}` } });
    for (const message of summary) frame.tell(message);
    frame.printJson({ ...(json as object), ...link });
    return 'well';
  },
});

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new InvalidArgumentError('An address is wanted, like http://localhost:8080/.');
  return new URL(text).href;
}
