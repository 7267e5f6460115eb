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
export function authorFor(command: Command, stream: StreamKey, conduct: ReadonlyConduct): string | null {
  const { routes } = conduct;
  if (isReleasedWithoutMaker(command, stream, conduct)) return null;
  if (command.by === systemAuthor) return stream === routes.everyone || stream === routes.excon ? systemAuthor : null;
  return routes.signsIn(command.by, stream) ? command.by : null;
}

export function authorIn(command: Command, conduct: ReadonlyConduct): (stream: StreamKey) => string | null {
  return (stream) => authorFor(command, stream, conduct);
}

/** Events that leave their maker's name out on purpose, in a stream that the maker reads too. */
function isReleasedWithoutMaker(command: Command, stream: StreamKey, conduct: ReadonlyConduct): boolean {
  const { routes } = conduct;
  switch (command.type) {
    case 'MakeObservation': {
      const { serial, onBehalf } = command.order;
      return stream !== besideSerial(conduct, 'observation', onBehalf?.of ?? command.by, serial);
    }
    case 'WithdrawObservation':
      return slice(conduct, stream)?.evaluation.observations.get(command.order.observation)?.made == null;
    case 'ReleaseInject':
    case 'ReportInjectPlayed':
      return stream !== routes.ofInject(command.order.inject);
    case 'AnswerRequest':
      return stream === routes.everyone;
    case 'ReleaseText':
      return stream === command.order.to;
    default:
      return false;
  }
}
