/** The communiqué: every text in each of its equally authentic languages, and the agreed lines to take; what the reader may read of them. */
import { type ItemOf, type Translated, textFor } from '../exercise/index.ts';
import type { Problem } from '../kernel/index.ts';
import type { Block, Document } from './content.ts';
import { momentOf } from './moments.ts';
import { documentOf, exerciseName, periodOf } from './opening.ts';
import type { Pen } from './pen.ts';

type Communique = ItemOf<'communiques'>;

const order = ['announcement', 'opening', 'closing'] as const;

export function communiqueDocument(pen: Pen): Document | Problem {
  const { exercise, log } = pen.matter;
  const known = exercise.communiques.list.toSorted((a, b) => order.indexOf(a.at) - order.indexOf(b.at));
  const texts = known.filter(({ kind }) => kind === 'text');
  const lines = known.filter(({ kind }) => kind === 'linesToTake');
  const blocks: Block[] = [
    { kind: 'facts', rows: publicFacts(pen) },
    ...(known.length === 0 ? [{ kind: 'note', tone: 'info', line: pen.say('communique.nothing') } as const] : []),
    ...texts.flatMap((communique) => textBlocks(pen, communique)),
    ...lines.flatMap((communique) => textBlocks(pen, communique)),
    ...pen.section(pen.say('communique.released'), () =>
      (log?.released ?? []).flatMap(({ at, stream, payload }): readonly Block[] => {
        if (payload.thing !== 'communique') return [];
        pen.useStream(stream);
        return [
          { kind: 'heading', level: 3, text: `${payload.title} (${languageName(pen, payload.language)}, ${momentOf(pen, at)})` },
          { kind: 'paragraph', line: payload.text },
        ];
      }),
    ),
  ];
  return documentOf(pen, { title: pen.say('communique.title'), blocks });
}

function publicFacts(pen: Pen): Extract<Block, { kind: 'facts' }>['rows'] {
  const { setting } = pen.matter.exercise;
  pen.use('exercise', 'exercise', 'legalBasis', 'summary', 'participating');
  return [
    { term: pen.say('overview.name'), value: exerciseName(pen) },
    { term: pen.say('overview.dates'), value: periodOf(pen, setting.from.at, setting.to.at) },
    { term: pen.say('overview.parties'), value: setting.participating.map((party) => pen.name('parties', party)).join(pen.comma) },
    ...(setting.legalBasis === undefined ? [] : [{ term: pen.say('overview.legalBasis'), value: pen.text(setting.legalBasis) }]),
  ];
}

function textBlocks(pen: Pen, { id, kind, at, title, body, authentic, agreedBy }: Communique): readonly Block[] {
  const { participating } = pen.matter.exercise.setting;
  pen.use('communiques', id, 'title', 'body', 'authentic', 'agreedBy');
  const lacking = participating.filter((party) => !agreedBy.includes(party));
  const said = (text: Translated, language: string) => textFor(text, [language])?.text ?? '';
  // The product's own language comes first; that changes nothing of the texts' equal authenticity.
  const languages = authentic.toSorted((a, b) => Number(b === pen.language) - Number(a === pen.language));
  const heading = `${pen.say('communique.heading', { kind, at })} – ${said(title, pen.language)}`;
  return pen.section(heading, () => [
    lacking.length > 0
      ? {
          kind: 'note',
          tone: 'warn',
          line: pen.say('communique.notAgreed', { parties: lacking.map((party) => pen.name('parties', party)) }),
        }
      : {
          kind: 'note',
          tone: 'info',
          line: pen.say('communique.agreed', {
            parties: agreedBy.map((party) => pen.name('parties', party)),
            languages: languages.map((language) => languageName(pen, language)),
          }),
        },
    ...languages.flatMap((language): readonly Block[] => [
      { kind: 'heading', level: 3, text: `${said(title, language)} (${languageName(pen, language)})` },
      ...(kind === 'linesToTake'
        ? [{ kind: 'list', ordered: false, items: body.map((text) => said(text, language)) } as const]
        : body.map((text): Block => ({ kind: 'paragraph', line: said(text, language) }))),
    ]),
    ...(authentic.includes(pen.language) ? [] : translation(pen, { title, body })),
  ]);
}

function translation(pen: Pen, { title, body }: Pick<Communique, 'title' | 'body'>): readonly Block[] {
  const stands = body.some(({ texts }) => texts[pen.language] !== undefined);
  if (!stands) return [];
  return [
    { kind: 'heading', level: 3, text: `${textFor(title, [pen.language])?.text ?? ''} (${pen.say('communique.notAuthentic')})` },
    ...body.map((text): Block => ({ kind: 'paragraph', line: pen.text(text) })),
  ];
}

function languageName(pen: Pen, language: string): string {
  return pen.say('language', { language });
}
