/** What a stream's events have made of injects, deliveries, messages, requests and contacts. */
import type { MicroInstant } from '../../kernel/index.ts';
import type { VersionedEvent } from '../decision.ts';
import type { PayloadOf } from '../events/events.ts';
import type { ErasedEvent, Logged } from '../log/envelope.ts';

/** EXCON's view of one inject. Status follows HSEEP; `synchronized` only when every receiver's language is checked. */
export type InjectFacts = {
  status: 'draft' | 'submitted' | 'approved' | 'synchronized' | 'released' | 'complete' | 'deferred' | 'obsolete' | null;
  version: number;
  dueAt: MicroInstant | null;
  cause: PayloadOf<'InjectDue'>['cause'] | null;
  setAt: MicroInstant | null;
  releasedAt: MicroInstant | null;
  playedAt: MicroInstant | null;
  deliveries: readonly string[];
  outcome: PayloadOf<'ExpectedActionSeen'>['outcome'] | null;
  outcomeAt: MicroInstant | null;
  completedAt: MicroInstant | null;
  answeredAt: MicroInstant | null;
  /** Its release review; null where none was asked. */
  review: { readonly id: string; decision: PayloadOf<'InjectReviewed'>['decision'] | null } | null;
};

/** A text before a release officer. */
export type ReviewFacts = {
  readonly wanted: PayloadOf<'TextForReview'> | null;
  readonly at: MicroInstant;
  decision: PayloadOf<'TextReviewed'>['decision'] | null;
};

/** What a post got. `received` is null when only a later event about it is readable here. */
export type DeliveryFacts = {
  received: PayloadOf<'InjectReceived'> | null;
  receivedAt: MicroInstant | null;
  readAt: MicroInstant | null;
  answer: PayloadOf<'DeliveryAnswered'> | null;
  answeredAt: MicroInstant | null;
};

export type MessageFacts = {
  sent: PayloadOf<'MessageSent'> | null;
  sentAt: MicroInstant | null;
  received: PayloadOf<'MessageReceived'> | null;
  receivedAt: MicroInstant | null;
  translations: Map<string, string>;
  acknowledgedBy: Set<string>;
  /** At a translator's: what is to be translated. */
  wanted: PayloadOf<'TranslationWanted'> | null;
};

export type RequestFacts = {
  made: PayloadOf<'RequestMade'> | null;
  madeAt: MicroInstant | null;
  translations: Map<string, string>;
  translatedAt: MicroInstant | null;
  decision: PayloadOf<'RequestReviewed'>['decision'] | null;
  reviewedAt: MicroInstant | null;
  received: PayloadOf<'RequestReceived'> | null;
  receivedAt: MicroInstant | null;
  answer: PayloadOf<'RequestAnswered'> | null;
  answeredAt: MicroInstant | null;
  answerReceived: PayloadOf<'AnswerReceived'> | null;
  timed: PayloadOf<'RequestTimed'> | null;
};

export type ContactFacts = { readonly contact: PayloadOf<'ContactMarked'>; readonly at: MicroInstant };

// Most messages and requests are neither translated nor acknowledged here, so each gets a map of its own only when there is something to hold.
const noTranslations: Map<string, string> = new Map();
const nobody: Set<string> = new Set();

function translated(to: { translations: Map<string, string> }, language: string, text: string): void {
  if (to.translations === noTranslations) to.translations = new Map();
  to.translations.set(language, text);
}

export type PlayFacts = {
  injects: Map<string, InjectFacts>;
  deliveries: Map<string, DeliveryFacts>;
  /** Deliveries received here so far: the next one's number is one more. */
  received: number;
  messages: Map<string, MessageFacts>;
  requests: Map<string, RequestFacts>;
  contacts: Map<string, ContactFacts>;
  played: Map<string, PayloadOf<'PlayedInjectReleased'>>;
  reviews: Map<string, ReviewFacts>;
};

export const noPlay = (): PlayFacts => ({
  injects: new Map(),
  deliveries: new Map(),
  received: 0,
  messages: new Map(),
  requests: new Map(),
  contacts: new Map(),
  played: new Map(),
  reviews: new Map(),
});

function injectFacts(facts: PlayFacts, inject: string): InjectFacts {
  const found = facts.injects.get(inject);
  if (found !== undefined) {
    found.version++;
    return found;
  }
  const made: InjectFacts = {
    status: null,
    version: 1,
    dueAt: null,
    cause: null,
    setAt: null,
    releasedAt: null,
    playedAt: null,
    deliveries: [],
    outcome: null,
    outcomeAt: null,
    completedAt: null,
    answeredAt: null,
    review: null,
  };
  facts.injects.set(inject, made);
  return made;
}

function deliveryFacts(facts: PlayFacts, delivery: string): DeliveryFacts {
  const found = facts.deliveries.get(delivery);
  if (found !== undefined) return found;
  const made: DeliveryFacts = { received: null, receivedAt: null, readAt: null, answer: null, answeredAt: null };
  facts.deliveries.set(delivery, made);
  return made;
}

function messageFacts(facts: PlayFacts, message: string): MessageFacts {
  const found = facts.messages.get(message);
  if (found !== undefined) return found;
  const made: MessageFacts = {
    sent: null,
    sentAt: null,
    received: null,
    receivedAt: null,
    translations: noTranslations,
    acknowledgedBy: nobody,
    wanted: null,
  };
  facts.messages.set(message, made);
  return made;
}

function requestFacts(facts: PlayFacts, request: string): RequestFacts {
  const found = facts.requests.get(request);
  if (found !== undefined) return found;
  const made: RequestFacts = {
    made: null,
    madeAt: null,
    translations: noTranslations,
    translatedAt: null,
    decision: null,
    reviewedAt: null,
    received: null,
    receivedAt: null,
    answer: null,
    answeredAt: null,
    answerReceived: null,
    timed: null,
  };
  facts.requests.set(request, made);
  return made;
}

type Told = Exclude<Logged<VersionedEvent>['event'], ErasedEvent>;

/** Folds one event; false when it belongs to another subject. */
export function evolvePlay(facts: PlayFacts, event: Told, time: MicroInstant): boolean {
  switch (event.type) {
    case 'InjectStatusChanged':
      injectFacts(facts, event.payload.inject).status = event.payload.status;
      return true;
    case 'InjectDue': {
      const inject = injectFacts(facts, event.payload.inject);
      inject.dueAt = time;
      inject.cause = event.payload.cause;
      return true;
    }
    case 'InjectSet':
      injectFacts(facts, event.payload.inject).setAt = time;
      return true;
    case 'InjectReleased': {
      const inject = injectFacts(facts, event.payload.inject);
      inject.status = 'released';
      inject.releasedAt = time;
      inject.deliveries = event.payload.deliveries;
      return true;
    }
    case 'InjectPlayed':
      injectFacts(facts, event.payload.inject).playedAt = time;
      return true;
    case 'ExpectedActionSeen': {
      const inject = injectFacts(facts, event.payload.inject);
      inject.outcome = event.payload.outcome;
      inject.outcomeAt = time;
      return true;
    }
    case 'InjectCompleted': {
      const inject = injectFacts(facts, event.payload.inject);
      inject.status = 'complete';
      inject.completedAt = time;
      return true;
    }
    case 'InjectAnswered':
      injectFacts(facts, event.payload.inject).answeredAt ??= time;
      return true;
    case 'InjectReviewAsked':
      injectFacts(facts, event.payload.inject).review = { id: event.payload.review, decision: null };
      return true;
    case 'InjectReviewed': {
      const { inject, review, decision } = event.payload;
      injectFacts(facts, inject).review = { id: review, decision };
      return true;
    }
    case 'TextForReview': {
      const { review } = event.payload;
      facts.reviews.set(review, { wanted: event.payload, at: time, decision: facts.reviews.get(review)?.decision ?? null });
      return true;
    }
    case 'TextReviewed': {
      const { review, decision } = event.payload;
      const found = facts.reviews.get(review);
      if (found === undefined) facts.reviews.set(review, { wanted: null, at: time, decision });
      else found.decision = decision;
      return true;
    }
    case 'PlayedInjectReleased':
      facts.played.set(event.payload.delivery, event.payload);
      return true;
    case 'InjectReceived': {
      const delivery = deliveryFacts(facts, event.payload.delivery);
      delivery.received = event.payload;
      delivery.receivedAt = time;
      facts.received++;
      return true;
    }
    case 'DeliveryRead':
      deliveryFacts(facts, event.payload.delivery).readAt = time;
      return true;
    case 'DeliveryAnswered': {
      const delivery = deliveryFacts(facts, event.payload.delivery);
      delivery.answer = event.payload;
      delivery.answeredAt = time;
      return true;
    }
    case 'MessageSent': {
      const message = messageFacts(facts, event.payload.message);
      message.sent = event.payload;
      message.sentAt = time;
      return true;
    }
    case 'MessageReceived': {
      const message = messageFacts(facts, event.payload.message);
      message.received = event.payload;
      message.receivedAt = time;
      return true;
    }
    case 'MessageTranslated':
      translated(messageFacts(facts, event.payload.message), event.payload.language, event.payload.text);
      return true;
    case 'TranslationWanted':
      messageFacts(facts, event.payload.message).wanted = event.payload;
      return true;
    case 'MessageAcknowledged': {
      const message = messageFacts(facts, event.payload.message);
      if (message.acknowledgedBy === nobody) message.acknowledgedBy = new Set();
      message.acknowledgedBy.add(event.payload.by);
      return true;
    }
    case 'RequestMade': {
      const request = requestFacts(facts, event.payload.request);
      request.made = event.payload;
      request.madeAt = time;
      return true;
    }
    case 'RequestTranslated': {
      const request = requestFacts(facts, event.payload.request);
      translated(request, event.payload.language, event.payload.text);
      request.translatedAt = time;
      return true;
    }
    case 'RequestReviewed': {
      const request = requestFacts(facts, event.payload.request);
      request.decision = event.payload.decision;
      request.reviewedAt = time;
      return true;
    }
    case 'RequestReceived': {
      const request = requestFacts(facts, event.payload.request);
      request.received = event.payload;
      request.receivedAt = time;
      return true;
    }
    case 'RequestAnswered': {
      const request = requestFacts(facts, event.payload.request);
      request.answer = event.payload;
      request.answeredAt = time;
      return true;
    }
    case 'AnswerReceived':
      requestFacts(facts, event.payload.request).answerReceived = event.payload;
      return true;
    case 'RequestTimed':
      requestFacts(facts, event.payload.request).timed = event.payload;
      return true;
    case 'ContactMarked':
      facts.contacts.set(event.payload.contact, { contact: event.payload, at: time });
      return true;
    default:
      return false;
  }
}
