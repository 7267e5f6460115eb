/** Consent: asked where the document has an agreement on it, given by the posts whose roles it names, and acted on once it is settled. */
import { bookingSubject, type OrderOf } from '../../../conduct/index.ts';
import { type Company, micros, type Reactions } from '../company.ts';

type Matter =
  | { readonly on: 'change'; readonly booking: OrderOf<'ChangeBooking'>['booking'] }
  | { readonly on: 'finding' | 'plan'; readonly subject: string };

const waiting = new WeakMap<Company, Map<string, () => void>>();

function waitingIn(company: Company): Map<string, () => void> {
  const known = waiting.get(company);
  if (known !== undefined) return known;
  const made = new Map<string, () => void>();
  waiting.set(company, made);
  return made;
}

/** Does a thing once those who must consent have; at once where no agreement asks for it. */
export function withConsent(company: Company, asker: number, matter: Matter, then: () => void): void {
  const { stage } = company;
  if (!stage.exercise.agreements.list.some(({ on }) => on === matter.on)) {
    then();
    return;
  }
  const subject = matter.on === 'change' ? bookingSubject(matter.booking) : matter.subject;
  const name = matter.on === 'change' ? `${matter.booking.serial}@${matter.booking.start}` : matter.subject;
  const consentCase = `${matter.on}/${name}`;
  waitingIn(company).set(consentCase, then);
  company.work(asker, 2, () => company.order(asker, 'AskConsent', { case: consentCase, on: matter.on, subject }));
}

export function consentAct(company: Company): Reactions {
  const { stage, agenda } = company;
  return {
    ConsentAsked: ({ case: consentCase, needed }, { stream }) => {
      for (const { role, party } of needed) {
        const post = stage.posts.find(
          (one) => one.role === role && (party === undefined || one.party === party) && company.hears(one.index, stream),
        );
        if (post === undefined) continue;
        const minutes = company.draw('decideMinutes', post, `${consentCase}/${post.id}`, stage.lookups.kindsOf('consent'));
        agenda.at(agenda.now + micros(1), () =>
          company.work(post.index, minutes, () => company.order(post.index, 'GiveConsent', { case: consentCase, yes: true })),
        );
      }
    },
    ConsentSettled: ({ case: consentCase, outcome }) => {
      const then = waitingIn(company).get(consentCase);
      waitingIn(company).delete(consentCase);
      if (outcome === 'agreed' || outcome === 'agreedBySilence') then?.();
    },
  };
}
