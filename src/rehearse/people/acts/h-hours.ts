/** H-hours move with what they are named for: when a serial that lies on one starts late, direction sets the anchor by as much. */
import { anchorsOf } from '../../../exercise/index.ts';
import { isProblem } from '../../../kernel/index.ts';
import type { SerialPart } from '../../stage/serial-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';

/** Below so much it is let be; anchors are set in steps. */
const worthMovingMinutes = 20;
const stepMinutes = 5;

export function hHoursAct(company: Company): Reactions {
  const { stage } = company;
  const { anchors } = stage.exercise.setting;
  const director = stage.posts.find(({ role }) => role === 'chiefController') ?? stage.posts.find(({ role }) => role === 'coDirector');
  if (director === undefined) return {};
  const { index, writes } = director;
  const moved = new Set<string>();

  /** The H-hour at which a serial is written down to start. */
  const anchorOf = ({ serial }: SerialPart): string | undefined => {
    const written = serial.at?.written.trim() ?? '';
    return written !== 'D' && Object.hasOwn(anchors, written) ? written : undefined;
  };

  return {
    SerialStarted: ({ serial }, { stream, time }) => {
      const part = stage.serialOf.get(serial);
      if (part === undefined || time - part.start < micros(worthMovingMinutes)) return;
      const anchor = anchorOf(part);
      if (anchor === undefined || moved.has(anchor) || !company.hears(index, stream)) return;
      const before = anchorsOf(anchors, stage.exercise.zone)(anchor);
      if (isProblem(before)) return;
      moved.add(anchor);
      const steps = Math.round((time - part.start) / micros(stepMinutes));
      const at = before + steps * stepMinutes;
      company.work(index, 2, () => company.order(index, 'SetAnchor', { anchor, at, reason: phrase('late', writes) }));
    },
  };
}
