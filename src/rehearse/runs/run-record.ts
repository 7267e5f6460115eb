/** What one dry run came to, as numbers: lateness, waits, answers, load. Whole seconds, so that sums do not depend on their order. */
import type { EventType, LoggedEvent, PayloadOf } from '../../conduct/index.ts';
import type { Stage } from '../stage/stage.ts';

export const serialOutcomes = ['planned', 'done', 'curtailed', 'cancelled', 'open'] as const;

/** The types of event of which a run's record takes note. */
export const recordedTypes: ReadonlySet<string> = new Set([
  'BookingAdopted',
  'BookingChanged',
  'SerialStarted',
  'SerialDone',
  'SerialCurtailed',
  'SerialCancelled',
  'InjectReleased',
  'InjectPlayed',
  'InjectStatusChanged',
  'InjectAnswered',
  'RequestMade',
  'RequestTimed',
] satisfies readonly EventType[]);

const secondsOf = (micros: number): number => Math.round(micros / 1_000_000);

export class RunRecord {
  events = 0;
  types = 0;
  /** By serial: seconds after the booked start and end; NaN where it did not come to it. */
  readonly startsLate: Float64Array;
  readonly endsLate: Float64Array;
  readonly outcomes: Uint8Array;
  /** By inject: 0 not released, 1 released; seconds to the first answer, NaN without one; 1 where every answer asked for came in time. */
  readonly released: Uint8Array;
  readonly answerSeconds: Float64Array;
  readonly inTime: Uint8Array;
  readonly deferred: Uint8Array;
  /** By resource, seconds or counts. */
  readonly waited: Float64Array;
  readonly busy: Float64Array;
  readonly jobs: Float64Array;
  readonly longest: Float64Array;
  /** Resource × hour of the run: seconds that were waited for it by who came in that hour. */
  readonly waitedByHour: Float64Array;
  /** Serial and cause → seconds. */
  readonly serialWaits = new Map<string, number>();
  readonly requests = { n: 0, answered: 0, onTime: 0, timed: 0, decide: 0, translate: 0, review: 0, deliver: 0, whole: 0 };
  readonly #stage: Stage;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #releasedAt: Float64Array;
  readonly #hours: number;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#hours = stage.days * 24;
    const [serials, injects, resources] = [stage.serials.length, stage.injects.length, stage.resources.length];
    this.startsLate = new Float64Array(serials).fill(Number.NaN);
    this.endsLate = new Float64Array(serials).fill(Number.NaN);
    this.outcomes = new Uint8Array(serials);
    this.#starts = new Float64Array(serials);
    this.#ends = new Float64Array(serials);
    this.released = new Uint8Array(injects);
    this.inTime = new Uint8Array(injects);
    this.deferred = new Uint8Array(injects);
    this.answerSeconds = new Float64Array(injects).fill(Number.NaN);
    this.#releasedAt = new Float64Array(injects);
    this.waited = new Float64Array(resources);
    this.busy = new Float64Array(resources);
    this.jobs = new Float64Array(resources);
    this.longest = new Float64Array(resources);
    this.waitedByHour = new Float64Array(resources * this.#hours);
  }

  /** A wait before a resource that ended, or stood open when the run did. */
  wait(resource: number, cameAt: number, micros: number): void {
    const seconds = secondsOf(micros);
    if (seconds <= 0) return;
    this.waited[resource] = (this.waited[resource] ?? 0) + seconds;
    const at = resource * this.#hours + this.#stage.hourOf(cameAt);
    this.waitedByHour[at] = (this.waitedByHour[at] ?? 0) + seconds;
  }

  work(resource: number, micros: number): void {
    this.busy[resource] = (this.busy[resource] ?? 0) + secondsOf(micros);
    this.jobs[resource] = (this.jobs[resource] ?? 0) + 1;
  }

  queue(resource: number, length: number): void {
    if (length > (this.longest[resource] ?? 0)) this.longest[resource] = length;
  }

  serialWaited(serial: string, cause: string, micros: number): void {
    const seconds = secondsOf(micros);
    if (seconds <= 0) return;
    const key = `${serial} ${cause}`;
    this.serialWaits.set(key, (this.serialWaits.get(key) ?? 0) + seconds);
  }

  /** Takes the next event of one of the `recordedTypes`. */
  take({ event, time }: LoggedEvent): void {
    switch (event.type) {
      case 'BookingAdopted':
        this.#booked(event.payload as PayloadOf<'BookingAdopted'>);
        break;
      case 'BookingChanged':
        this.#booked((event.payload as PayloadOf<'BookingChanged'>).booking);
        break;
      case 'SerialStarted': {
        const at = this.#serial((event.payload as PayloadOf<'SerialStarted'>).serial);
        this.startsLate[at] = secondsOf(time - (this.#starts[at] ?? time));
        break;
      }
      case 'SerialDone':
        this.#ended((event.payload as PayloadOf<'SerialDone'>).serial, 1, time);
        break;
      case 'SerialCurtailed':
        this.#ended((event.payload as PayloadOf<'SerialCurtailed'>).serial, 2, time);
        break;
      case 'SerialCancelled':
        this.outcomes[this.#serial((event.payload as PayloadOf<'SerialCancelled'>).serial)] = 3;
        break;
      case 'InjectReleased': {
        const at = this.#inject((event.payload as PayloadOf<'InjectReleased'>).inject);
        this.released[at] = 1;
        this.#releasedAt[at] = time;
        break;
      }
      case 'InjectPlayed':
        this.#releasedAt[this.#inject((event.payload as PayloadOf<'InjectPlayed'>).inject)] = time;
        break;
      case 'InjectStatusChanged': {
        const { inject, status } = event.payload as PayloadOf<'InjectStatusChanged'>;
        if (status === 'deferred' || status === 'obsolete') this.deferred[this.#inject(inject)] = 1;
        break;
      }
      case 'InjectAnswered':
        this.#answered((event.payload as PayloadOf<'InjectAnswered'>).inject, time);
        break;
      case 'RequestMade':
        this.requests.n++;
        break;
      case 'RequestTimed':
        this.#timed(event.payload as PayloadOf<'RequestTimed'>);
        break;
      default:
        break;
    }
  }

  #serial(id: string): number {
    return this.#stage.serialOf.get(id)?.index ?? -1;
  }

  #inject(id: string): number {
    return this.#stage.injectIndex.get(id) ?? -1;
  }

  #booked({ serial, start, end }: PayloadOf<'BookingAdopted'>): void {
    const at = this.#serial(serial);
    this.#starts[at] = (start ?? 0) * 60_000_000;
    this.#ends[at] = (end ?? 0) * 60_000_000;
  }

  #ended(serial: string, outcome: number, time: number): void {
    const at = this.#serial(serial);
    this.outcomes[at] = outcome;
    this.endsLate[at] = secondsOf(time - (this.#ends[at] ?? time));
  }

  #answered(inject: string, time: number): void {
    const at = this.#inject(inject);
    if (!Number.isNaN(this.answerSeconds[at] ?? 0)) return;
    const seconds = secondsOf(time - (this.#releasedAt[at] ?? time));
    this.answerSeconds[at] = seconds;
    const within = this.#stage.injects[at]?.answerWithin?.minutes;
    if (within === undefined || seconds <= within * 60) this.inTime[at] = 1;
  }

  #timed({ decideSeconds, translateSeconds, reviewSeconds, deliverSeconds, answered, onTime }: PayloadOf<'RequestTimed'>): void {
    const { requests } = this;
    if (onTime !== null) requests.timed++;
    if (onTime === true) requests.onTime++;
    if (!answered || decideSeconds === null) return;
    requests.answered++;
    requests.decide += decideSeconds;
    requests.translate += translateSeconds;
    requests.review += reviewSeconds;
    requests.deliver += deliverSeconds;
    requests.whole += decideSeconds + translateSeconds + reviewSeconds + deliverSeconds;
  }
}
