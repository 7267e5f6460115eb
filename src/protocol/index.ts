/** The door of protocol: what goes between our halves, a file a message, schema first. */
export { type DocumentMessage, documentMessage } from './document.ts';
export {
  type AlertsMessage,
  alertsMessage,
  type ChangedMessage,
  type ClockMessage,
  changedMessage,
  clockMessage,
  type EventsMessage,
  eventsMessage,
  type FeedEvent,
  feedEvent,
  jobMessage,
} from './feed.ts';
export {
  joinMessage,
  type OrderMessage,
  type OutcomeMessage,
  orderMessage,
  outcomeMessage,
  type PlayMessage,
  playMessage,
} from './order.ts';
export { type PlanningMessage, type PlanningPoint, type PlanningReason, planningMessage } from './planning.ts';
export { type Job, job, type Session, session } from './session.ts';
export { protocolVersion } from './version.ts';
export { type Said, said } from './words.ts';
