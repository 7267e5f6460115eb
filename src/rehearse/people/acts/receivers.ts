/** Whoever receives an inject reads it, talks it over with the partner's leader through an interpreter where they share no language, and answers. */
import type { SerialPart } from '../../stage/serial-parts.ts';
import type { Company, Reactions } from '../company.ts';
import { phrase } from '../phrases.ts';
import { markContact } from './contacts.ts';
import { bridge } from './crews.ts';
import { requestBetween } from './requests.ts';

/** Of the answers, so many need something from the other party first: assumed. */
const asksPartner = 0.3;

export function receiversAct(company: Company): Reactions {
  const { stage } = company;
  const running = new Set<SerialPart>();

  /** The running mixed serial that a post leads people in, and the leader of the other party there. */
  const partnerOf = (post: number) => {
    for (const part of running) {
      const own = stage.posts[post]?.party;
      if (own === undefined || part.leaders.get(own) !== post) continue;
      for (const [party, leader] of part.leaders) if (party !== own && leader >= 0) return { part, leader };
    }
    const self = stage.posts[post];
    const counterpart = self === undefined ? undefined : stage.lookups.counterpart(self);
    return counterpart === undefined ? undefined : { part: undefined, leader: counterpart.index };
  };

  const answer = (post: number, delivery: string): void => {
    const minutes = company.draw('decideMinutes', stage.posts[post], delivery);
    const language = stage.posts[post]?.writes ?? 'en';
    company.work(post, minutes, () => company.order(post, 'AnswerDelivery', { delivery, text: phrase('answer', language), language }));
  };

  const consult = (post: number, delivery: string): void => {
    const partner = partnerOf(post);
    const self = stage.posts[post];
    const other = stage.posts[partner?.leader ?? -1];
    if (partner === undefined || self === undefined || other === undefined) {
      answer(post, delivery);
      return;
    }
    const talked = (interpreter?: string): void => {
      markContact(company, { contact: `${delivery}.talk`, from: self, to: other, means: 'radio', interpreter, serial: partner.part?.id });
      if (company.uniform(delivery, 'asks') < asksPartner)
        requestBetween(company, { id: `${delivery}.ask`, from: self, to: other, serial: partner.part?.id });
      answer(post, delivery);
    };
    const crew = bridge(company, self, other, 'voice');
    if (crew === undefined) talked();
    else {
      const interpreter = crew.members[0]?.part;
      const takes = Math.round(company.draw('translateMinutes', interpreter, delivery) * 60_000_000);
      crew.ask({
        takes,
        serial: partner.part?.index ?? -1,
        able: partner.part === undefined ? undefined : stage.lookups.interpretersAt(partner.part),
        done: (_now, by) => talked(by.part.id),
      });
    }
  };

  return {
    SerialStarted: ({ serial }) => {
      const part = stage.serialOf.get(serial);
      if (part !== undefined && part.parties.length > 1) running.add(part);
    },
    SerialDone: ({ serial }) => drop(serial),
    SerialCurtailed: ({ serial }) => drop(serial),
    SerialCancelled: ({ serial }) => drop(serial),
    InjectReceived: ({ delivery, to, answerWithinMinutes, texts }, { stream }) => {
      const post = stage.postOf.get(to);
      if (post === undefined || !company.hears(post.index, stream)) return;
      const minutes = company.draw('readMinutes', post, delivery) * (Object.keys(texts).length === 0 ? 2 : 1);
      company.work(post.index, minutes, () => {
        company.order(post.index, 'ReadDelivery', { delivery });
        const answers = company.draw('answerProbability', post, delivery) === 1;
        if (answers && (answerWithinMinutes !== undefined || company.uniform(delivery, 'unasked') < 0.5)) consult(post.index, delivery);
      });
    },
  };

  function drop(serial: string): void {
    const part = stage.serialOf.get(serial);
    if (part !== undefined) running.delete(part);
  }
}
