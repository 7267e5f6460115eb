/** Reports and messages while a serial runs, their translation, and the word that they were understood. */
import type { SerialPart } from '../../stage/serial-parts.ts';
import { type Company, micros, type Reactions } from '../company.ts';
import { type PhraseKey, phrase } from '../phrases.ts';

/** Shares of a serial's length at which its leader reports to the controller; assumed. */
const reportsAt = [0.5] as const;
const messagesAt = 0.5;

export function messagesAct(company: Company): Reactions {
  const { stage, agenda, crews } = company;
  const gathering = new Map<string, number[]>();

  const send = (part: SerialPart, message: string, from: number, to: number, means: 'radio' | 'message', about: PhraseKey): void => {
    const [sender, receiver] = [stage.posts[from], stage.posts[to]];
    if (sender === undefined || receiver === undefined || from === to) return;
    company.work(from, 1, () =>
      company.order(from, 'SendMessage', {
        message,
        from: sender.id,
        to: [receiver.id],
        language: sender.writes,
        means,
        text: phrase(about, sender.writes),
        serial: part.id,
      }),
    );
  };

  const acknowledge = (to: number, message: string): void => {
    const post = stage.posts[to];
    if (post === undefined || company.draw('answerProbability', post, `${message}/${post.id}`) !== 1) return;
    const minutes = company.draw('readMinutes', post, `${message}/${post.id}`);
    company.work(to, minutes, () => company.order(to, 'AcknowledgeMessage', { message }));
  };

  return {
    SerialStarted: ({ serial }, { stream }) => {
      const part = stage.serialOf.get(serial);
      if (part === undefined || part.lead < 0 || !company.hears(part.lead, stream)) return;
      const length = part.end - part.start;
      const random = company.chance(serial, 'messages');
      reportsAt.forEach((share, number) => {
        agenda.at(agenda.now + Math.round(length * (share + random.between(-0.05, 0.05))), () =>
          send(part, `${serial}.report${number + 1}`, part.lead, part.controller, 'radio', 'report'),
        );
      });
      const others = [...part.leaders.values()].filter((leader) => leader >= 0 && leader !== part.lead);
      others.forEach((other, number) => {
        agenda.at(agenda.now + Math.round(length * (messagesAt + random.between(-0.1, 0.1))), () =>
          send(part, `${serial}.message${number + 1}`, part.lead, other, 'message', 'coordinate'),
        );
      });
    },
    MessageReceived: ({ message, to, language }, { stream }) => {
      const post = stage.postOf.get(to);
      if (post !== undefined && company.hears(post.index, stream) && post.languages.includes(language)) acknowledge(post.index, message);
    },
    MessageTranslated: ({ message, to }, { stream }) => {
      const post = stage.postOf.get(to);
      if (post !== undefined && stream === stage.routes.ofPost(post.id) && company.hears(post.index, stream))
        acknowledge(post.index, message);
    },
    TranslationWanted: ({ message, to, into }, { stream }) => {
      const translator = stage.lookups.postOfStream(stream);
      const translators = translator === undefined || !company.hears(translator.index, stream) ? [] : [translator];
      const known = gathering.get(message);
      if (known !== undefined) {
        known.push(...translators.map(({ index }) => index));
        return;
      }
      const able = translators.map(({ index }) => index);
      gathering.set(message, able);
      agenda.at(agenda.now, () => {
        gathering.delete(message);
        const translator = stage.posts[able[0] ?? -1];
        const resource = stage.resources[Math.min(...able.map((post) => company.workers[post]?.resource ?? -1))];
        if (translator === undefined || resource === undefined) return;
        const language = into.find((one) => translator.languages.includes(one)) ?? into[0] ?? translator.writes;
        const reads = stage.postOf.get(to)?.writes ?? 'en';
        crews.get(resource.id)?.ask({
          takes: micros(company.draw('translateMinutes', translator, message)),
          serial: -1,
          able,
          done: (_now, by) => {
            const done = company.knows(by.part.index, stage.routes.ofPost(by.part.id))?.play.messages.get(message)?.translations.size ?? 0;
            if (done === 0) company.order(by.part.index, 'TranslateMessage', { message, to, language, text: phrase('coordinate', reads) });
          },
        });
      });
    },
  };
}
