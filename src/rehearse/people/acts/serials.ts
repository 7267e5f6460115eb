/** Serials go their way: called, signed for, started when everything they need is there, finished or curtailed, or cancelled when it never comes to it. */

import type { SerialPart } from '../../stage/serial-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';

/** How long before its start a serial is called, and how long after it a director waits. */
const callLeadMinutes = 60;
const patienceMinutes = 240;
/** A serial is curtailed rather than keep the next one of its people or place waiting longer than this. */
const toleranceMinutes = 45;

type Course = {
  part: SerialPart;
  /** Counts changes, so that what was put down for an earlier state is dropped. */
  turn: number;
  hasEverything: boolean;
  isReady: boolean;
  readyAt: number;
  gatheredAt: number;
  waitedFor: string;
  lastSigned: string;
  started: boolean;
  ended: boolean;
  endsAt: number;
  left: number;
  /** Errands that must be back before it can end. */
  errands: number;
};

export type Serials = {
  readonly reactions: Reactions;
  readonly retry: (serial: string) => void;
  readonly errandBegins: (serial: string) => void;
  readonly errandEnds: (serial: string) => void;
};

export function serialsAct(company: Company): Serials {
  const { stage, agenda, record, world } = company;
  const courses = new Map<string, Course>();
  let isPaused = false;

  const booked = (part: SerialPart): void => {
    const known = courses.get(part.id);
    if (known !== undefined) {
      known.turn++;
      if (known.started) return;
      world.release(part.index);
    }
    const course: Course = {
      part,
      turn: (known?.turn ?? 0) + 1,
      hasEverything: false,
      isReady: known?.isReady ?? false,
      readyAt: known?.readyAt ?? 0,
      gatheredAt: 0,
      waitedFor: '',
      lastSigned: '',
      started: false,
      ended: !part.held,
      endsAt: 0,
      left: 0,
      errands: 0,
    };
    courses.set(part.id, course);
    if (!part.held || part.controller < 0) return;
    const { turn } = course;
    const still = () => courses.get(part.id) === course && course.turn === turn && !course.ended;
    agenda.at(part.start - micros(callLeadMinutes), () => {
      if (still()) company.work(part.controller, 0, () => company.order(part.controller, 'CallSerial', { serial: part.id }), part.index);
    });
    agenda.at(part.start, () => {
      if (!still()) return;
      world.want(part, (now, cause) => {
        course.hasEverything = true;
        course.gatheredAt = now;
        course.waitedFor = cause;
        tryStart(course);
      });
    });
    agenda.at(part.start + micros(patienceMinutes), () => {
      const status = company.knows(part.director, stage.routes.ofSerial(part.id))?.running.serials.get(part.id)?.status ?? 'planned';
      if (still() && (status === 'planned' || status === 'called' || status === 'ready')) cancel(course, 'tooLate');
    });
  };

  const cancel = (course: Course, why: Parameters<typeof phrase>[0]): void => {
    const { part } = course;
    company.work(part.director, 0, () =>
      company.order(part.director, 'CancelSerial', { serial: part.id, reason: phrase(why, stage.posts[part.director]?.writes ?? 'en') }),
    );
  };

  const tryStart = (course: Course): void => {
    const { part } = course;
    if (!course.hasEverything || !course.isReady || course.started || course.ended || isPaused) return;
    company.work(part.controller, 0, () => company.order(part.controller, 'StartSerial', { serial: part.id }), part.index);
  };

  const finishAt = (course: Course): void => {
    const { part } = course;
    const turn = ++course.turn;
    const limit = latestEnd(company, part);
    const isLate = course.endsAt > limit;
    agenda.at(isLate ? Math.max(agenda.now, limit) : course.endsAt, () => finish(course, turn, isLate));
  };

  const finish = (course: Course, turn: number, isLate: boolean): void => {
    const { part } = course;
    if (course.turn !== turn || course.ended) return;
    if (course.errands > 0 && !isLate) {
      agenda.at(agenda.now + micros(5), () => finish(course, turn, agenda.now > latestEnd(company, part)));
      return;
    }
    company.work(
      part.controller,
      0,
      () => {
        if (isLate)
          company.order(part.controller, 'CurtailSerial', {
            serial: part.id,
            reason: phrase('nextWaits', stage.posts[part.controller]?.writes ?? 'en'),
          });
        else company.order(part.controller, 'FinishSerial', { serial: part.id });
      },
      part.index,
    );
  };

  const ended = (serial: string): void => {
    const course = courses.get(serial);
    if (course === undefined) return;
    course.ended = true;
    course.turn++;
    world.release(course.part.index);
  };

  const reactions: Reactions = {
    BookingAdopted: (booking, { stream }) => {
      const part = stage.partOf(booking);
      if (part !== undefined && (company.hears(part.controller, stream) || !part.held)) booked(part);
    },
    BookingChanged: ({ booking }, { stream }) => {
      const part = stage.partOf(booking);
      if (part !== undefined && company.hears(part.controller, stream)) booked(part);
    },
    SerialCalled: ({ serial }, { stream }) => {
      const part = courses.get(serial)?.part;
      if (part === undefined) return;
      for (const { item, party, post, name } of part.signings) {
        // Weather is another act's: it may say no.
        if (item === 'weather' || (post >= 0 && !company.hears(post, stream))) continue;
        const minutes = company.draw('goNoGoMinutes', stage.posts[post], name);
        agenda.at(agenda.now + micros(minutes), () =>
          company.work(
            post,
            1,
            () => company.order(post, 'SignGoNoGo', { serial, item, ...(party === undefined ? {} : { party }), go: true }),
            part.index,
          ),
        );
      }
    },
    GoNoGoSigned: ({ serial, item, party }) => {
      const course = courses.get(serial);
      if (course !== undefined) course.lastSigned = party === undefined ? `goNoGo:${item}` : `goNoGo:${item}:${party}`;
    },
    SerialReady: ({ serial }, { stream, time }) => {
      const course = courses.get(serial);
      if (course === undefined || !company.hears(course.part.controller, stream)) return;
      course.isReady = true;
      course.readyAt = time;
      tryStart(course);
    },
    SerialStarted: ({ serial }, { time }) => {
      const course = courses.get(serial);
      if (course === undefined) return;
      const { part } = course;
      course.started = true;
      if (time - part.start > micros(1)) noteWhy(course, time);
      course.endsAt = time + Math.round((part.end - part.start) * company.draw('overrun', undefined, serial, part.kinds));
      finishAt(course);
    },
    SerialStopped: ({ serial }, { time }) => {
      const course = courses.get(serial);
      if (course === undefined) return;
      course.turn++;
      course.left = Math.max(0, course.endsAt - time);
    },
    SerialResumed: ({ serial }, { time }) => {
      const course = courses.get(serial);
      if (course === undefined) return;
      course.endsAt = time + course.left;
      finishAt(course);
    },
    ClockPaused: () => {
      isPaused = true;
    },
    ClockResumed: () => {
      isPaused = false;
    },
    SerialDone: ({ serial }) => ended(serial),
    SerialCurtailed: ({ serial }) => ended(serial),
    SerialCancelled: ({ serial }) => ended(serial),
  };

  // Of the late start, the part until everything was there is laid to what was last missing, the rest to the last signature or a halt.
  const noteWhy = (course: Course, time: number): void => {
    const { part, gatheredAt, readyAt, waitedFor, lastSigned } = course;
    const gathered = Math.max(part.start, gatheredAt);
    if (gathered > part.start) record.serialWaited(part.id, waitedFor === '' ? 'other' : waitedFor, gathered - part.start);
    const signed = Math.max(gathered, readyAt);
    if (signed > gathered) record.serialWaited(part.id, lastSigned === '' ? 'goNoGo' : lastSigned, signed - gathered);
    if (time - signed > micros(1)) record.serialWaited(part.id, 'halt', time - signed);
  };

  return {
    reactions,
    retry: (serial) => {
      const course = courses.get(serial);
      if (course === undefined) return;
      const { turn } = course;
      agenda.at(agenda.now + micros(5), () => {
        if (course.turn === turn) tryStart(course);
      });
    },
    errandBegins: (serial) => {
      const course = courses.get(serial);
      if (course !== undefined) course.errands++;
    },
    errandEnds: (serial) => {
      const course = courses.get(serial);
      if (course !== undefined) course.errands--;
    },
  };
}

/** The latest a serial may end before it is curtailed: the next booking of any of its units or of its site, and some tolerance. */
function latestEnd({ stage }: Company, part: SerialPart): number {
  const known = limits.get(part);
  if (known !== undefined) return known;
  let next = Number.POSITIVE_INFINITY;
  for (const other of stage.serials) {
    if (!other.held || other.start < part.end || other.start >= next) continue;
    const sharesUnit = other.booking.team.some((unit) => part.booking.team.includes(unit));
    if (sharesUnit || other.booking.site === part.booking.site) next = other.start;
  }
  const limit = Math.max(part.end + micros(toleranceMinutes), next + micros(toleranceMinutes));
  limits.set(part, limit);
  return limit;
}

const limits = new WeakMap<SerialPart, number>();
