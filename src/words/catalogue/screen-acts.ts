// What the page offers beside an event that waits for somebody: consent, an answer, a translation, a release review.
import type { Catalogue } from '../catalogue-type.ts';

export const screenActsWords = {
  'screen.act.as': { en: 'As {post}', fr: 'En tant que {post}', zh: '以{post}身份', ru: 'От имени: {post}' },
  'screen.act.consent': { en: 'Consent', fr: 'Consentir', zh: '同意', ru: 'Согласиться' },
  'screen.act.refuse': { en: 'Refuse', fr: 'Refuser', zh: '不同意', ru: 'Отказать' },
  'screen.act.answer': { en: 'Answer', fr: 'Répondre', zh: '答复', ru: 'Ответить' },
  'screen.act.answerText': { en: 'The answer', fr: 'La réponse', zh: '答复内容', ru: 'Текст ответа' },
  'screen.act.translate': { en: 'Hand in the translation', fr: 'Remettre la traduction', zh: '提交译文', ru: 'Сдать перевод' },
  'screen.act.translation': { en: 'The translation', fr: 'La traduction', zh: '译文', ru: 'Перевод' },
  'screen.act.language': { en: 'Language', fr: 'Langue', zh: '语言', ru: 'Язык' },
  'screen.act.release': { en: 'Let go', fr: 'Accorder', zh: '放行', ru: 'Разрешить' },
  'screen.act.releaseChanged': { en: 'Let go changed', fr: 'Accorder, modifié', zh: '修改后放行', ru: 'Разрешить с изменениями' },
  'screen.act.releasedText': {
    en: 'What is let go instead',
    fr: 'Ce qui part à la place',
    zh: '改为放行的文本',
    ru: 'Что передаётся взамен',
  },
  'screen.act.withhold': { en: 'Withhold', fr: 'Retenir', zh: '不予发出', ru: 'Не передавать' },
  'screen.act.reason': {
    en: 'Why it is withheld (stays with the party)',
    fr: 'Pourquoi la retenir (reste dans la partie)',
    zh: '不予发出的理由（仅本方可见）',
    ru: 'Почему не передаётся (остаётся у стороны)',
  },
} as const satisfies Catalogue;
