/** Who is named as the author of an event, stream by stream: only where every reader may know, and where it tells nothing that the event keeps back. */
import type { Command } from '../commands/commands.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import type { StreamKey } from '../log/envelope.ts';
import { slice, systemAuthor } from './asking.ts';
import { besideSerial } from './evaluation.ts';

/**
 * The author that a stream may name: null where it goes to people who do not know the posts; where the author does not read it, since then it left
 * the author's circle as a thing of its own (an inject received, a text for review); and where the event was released without its maker.
 */
export function authorIn(command: Command, conduct: ReadonlyConduct): (stream: StreamKey) => string | null {
  const home = homeOf(command, conduct);
  return (stream) => authorNamed(command, stream, home, conduct);
}

/** The same of one stream; `home` is the command's `homeOf`. */
export function authorNamed(command: Command, stream: StreamKey, home: StreamKey | undefined, conduct: ReadonlyConduct): string | null {
  if (home !== undefined && stream !== home) return null;
  const { routes } = conduct;
  const { by } = command;
  const signs = by === systemAuthor ? stream === routes.everyone || stream === routes.excon : routes.signsIn(by, stream);
  return signs && !isReleasedWithoutMaker(command, stream, conduct) ? by : null;
}

/** The one stream that names the maker, of what leaves the maker's name out on purpose wherever else it is told; undefined of other things. */
export function homeOf(command: Command, conduct: ReadonlyConduct): StreamKey | undefined {
  switch (command.type) {
    case 'MakeObservation': {
      const { serial, onBehalf } = command.order;
      return besideSerial(conduct, 'observation', onBehalf?.of ?? command.by, serial);
    }
    case 'ReleaseInject':
    case 'ReportInjectPlayed':
      return conduct.routes.ofInject(command.order.inject);
    default:
      return undefined;
  }
}

/** Events that leave their maker's name out on purpose in one stream, though the maker reads it too. */
function isReleasedWithoutMaker(command: Command, stream: StreamKey, conduct: ReadonlyConduct): boolean {
  switch (command.type) {
    case 'WithdrawObservation':
      return slice(conduct, stream)?.evaluation.observations.get(command.order.observation)?.made == null;
    case 'AnswerRequest':
    case 'TranslateAnswer':
    case 'ReviewAnswer':
      return stream === conduct.routes.everyone;
    case 'ReleaseText':
      return stream === command.order.to;
    default:
      return false;
  }
}
