/** The door of client: a device's half of the exercise, without a screen. */
export { type ClockEstimate, clockEstimate } from './clock-estimate.ts';
export { type Device, type DeviceView, type Link, openDevice } from './device.ts';
export { exerciseFrom } from './exercise-from.ts';
export { type Figures, type Fold, foldOf } from './fold.ts';
export { type HandedIn, type Outbox, outbox } from './outbox.ts';
export type { Answer, FeedHandlers, OrdersKept, Timing, Wire } from './wire.ts';
