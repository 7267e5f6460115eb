/** Orders about the clock: STARTEX, ENDEX, PAUSE, jumps, speed, H-hours. Exercise time may pause and jump; moving a serial is never its side effect. */
import { type MicroInstant, unreachable } from '../../kernel/index.ts';
import type { Command } from '../commands/commands.ts';
import type { runningCommands } from '../commands/running.ts';
import type { ReadonlyConduct } from '../conduct.ts';
import { accepted, type Decision, fact, nothingToDo, refused } from '../decision.ts';
import { clockOf, exerciseNow, slice } from './asking.ts';
import { noticesFor, numbered } from './notices.ts';
import { releasesAt } from './standing.ts';

export type ClockCommand = Extract<
  Command,
  {
    type: Extract<
      keyof typeof runningCommands,
      'DeclareStartex' | 'DeclareEndex' | 'PauseClock' | 'ResumeClock' | 'JumpClock' | 'SetClockSpeed' | 'SetAnchor'
    >;
  }
>;

export function decideClock(command: ClockCommand, conduct: ReadonlyConduct): Decision {
  const clock = clockOf(conduct);
  const state = clock?.state ?? 'before';
  const { everyone } = conduct.routes;
  switch (command.type) {
    case 'DeclareStartex':
      if (state !== 'before') return state === 'ended' ? refused('endexWasDeclared') : nothingToDo;
      return accepted(fact(everyone, { type: 'StartexDeclared', payload: command.order }), ...releasesAt(conduct, 'atStartex'));
    case 'DeclareEndex':
      if (state === 'before') return refused('startexIsMissing');
      if (state === 'ended') return nothingToDo;
      return accepted(fact(everyone, { type: 'EndexDeclared', payload: {} }), ...releasesAt(conduct, 'atEndex'));
    case 'PauseClock':
      if (state === 'paused') return nothingToDo;
      if (state !== 'running') return refused('clockNotRunning', { clock: state });
      return accepted(fact(everyone, { type: 'ClockPaused', payload: command.order }));
    case 'ResumeClock':
      if (state === 'running') return nothingToDo;
      if (state !== 'paused') return refused('clockNotPaused', { clock: state });
      return accepted(fact(everyone, { type: 'ClockResumed', payload: {} }));
    case 'JumpClock': {
      if (state === 'before' || state === 'ended') return refused('clockNotRunning', { clock: state });
      const now = exerciseNow(conduct, command.at);
      if (now !== null && command.order.to < now) return refused('clockNeverGoesBack', {});
      return accepted(
        fact(everyone, { type: 'ClockJumped', payload: { to: command.order.to as MicroInstant, reason: command.order.reason } }),
      );
    }
    case 'SetClockSpeed':
      if (state === 'before' || state === 'ended') return refused('clockNotRunning', { clock: state });
      if (clock?.speed === command.order.speed) return nothingToDo;
      return accepted(fact(everyone, { type: 'ClockSpeedSet', payload: command.order }));
    case 'SetAnchor': {
      const { anchor, at, reason } = command.order;
      if (slice(conduct, everyone)?.running.anchors.get(anchor) === at) return nothingToDo;
      const notices = serialsOn(anchor, conduct).flatMap((serial) =>
        noticesFor(conduct, serial, ['hHour'], reason, `${command.id}/${serial}`),
      );
      return accepted(fact(everyone, { type: 'AnchorSet', payload: command.order }), ...numbered(notices));
    }
    default:
      return unreachable(command);
  }
}

/** The serials whose times hang on an anchor; moving them stays a command of its own. */
function serialsOn(anchor: string, { exercise }: ReadonlyConduct): readonly string[] {
  const hangs = (written = '') => written.trimStart().startsWith(anchor) && !/^\d/.test(written.trimStart().slice(anchor.length));
  return exercise.serials.list
    .filter(({ at, startsFrom, endsBy }) => [at, startsFrom, endsBy].some((when) => hangs(when?.written)))
    .map(({ id }) => id);
}
