// Answers to requests on their way: what the live feed tells of them, and why an order about one was refused.
import type { Catalogue } from '../catalogue-type.ts';

export const answerWords = {
  'screen.event.answerSubmitted': {
    en: '{by} gave an answer for {to}; it goes out once it is translated and let go: “{text}”',
    fr: '{by} a donné une réponse pour {to} ; elle partira une fois traduite et sa diffusion accordée : « {text} »',
    zh: '{by}拟定对{to}的答复，待翻译并放行后发出：“{text}”',
    ru: '{by}: ответ, адресат – {to}; уйдёт после перевода и разрешения на передачу: «{text}»',
  },
  'screen.event.answerTranslated': {
    en: '{by} translated an answer into {language}: “{text}”',
    fr: '{by} a traduit une réponse en {language} : « {text} »',
    zh: '{by}将一项答复译成{language}：“{text}”',
    ru: '{by}: ответ переведён, язык – {language}: «{text}»',
  },
  'screen.event.answerReviewed': {
    en: 'Release review of an answer by {by}: {decision, select, released {let go} releasedChanged {let go, changed} other {withheld}}{reason, select, none {} other { ({reason})}}.',
    fr: 'Examen de diffusion d’une réponse par {by} : {decision, select, released {accordé} releasedChanged {accordé, modifié} other {réponse retenue}}{reason, select, none {} other { ({reason})}}.',
    zh: '{by}对一项答复进行发布审查：{decision, select, released {放行} releasedChanged {修改后放行} other {不予发出}}{reason, select, none {} other {（{reason}）}}。',
    ru: 'Проверка ответа на передачу, {by}: {decision, select, released {разрешено} releasedChanged {разрешено с изменениями} other {ответ не передаётся}}{reason, select, none {} other { ({reason})}}.',
  },
  'screen.event.answerWithheld': {
    en: 'The answer to the request of {to} is withheld{text, select, none {} other {: “{text}”}}.',
    fr: 'La réponse à la demande de {to} est retenue{text, select, none {} other { : « {text} »}}.',
    zh: '对{to}请求的答复不予发出{text, select, none {} other {：“{text}”}}。',
    ru: '{to}: ответ на запрос передан не будет{text, select, none {} other {: «{text}»}}.',
  },

  'conduct.noSuchAnswer': {
    en: 'No answer to request {request} waits with this party.',
    fr: 'Aucune réponse à la demande {request} n’attend dans cette partie.',
    zh: '本方没有待处理的对请求{request}的答复。',
    ru: 'Ответа на запрос {request} у этой стороны нет.',
  },
  'conduct.answerPastReview': {
    en: 'The answer to request {request} has gone out or is withheld; a translation comes too late.',
    fr: 'La réponse à la demande {request} est partie ou retenue ; une traduction vient trop tard.',
    zh: '对请求{request}的答复已发出或不予发出，译文来不及了。',
    ru: 'Ответ на запрос {request} уже ушёл или не передаётся; перевод опоздал.',
  },
  'conduct.answerNeedsNoReview': {
    en: 'Its asker may read the answer to request {request} as it is; it needs no release review.',
    fr: 'Le demandeur peut lire telle quelle la réponse à la demande {request} ; elle n’exige pas d’examen de diffusion.',
    zh: '请求方可直接阅读对请求{request}的答复，无须发布审查。',
    ru: 'Запросивший вправе читать ответ на запрос {request} как есть; проверки на передачу не нужно.',
  },
  'conduct.answerNotTranslated': {
    en: 'The answer to request {request} is not in a language that its asker reads ({languages, or}).',
    fr: 'La réponse à la demande {request} n’est pas dans une langue que lit son demandeur ({languages, or}).',
    zh: '对请求{request}的答复未使用请求方所用语言（{languages, or}）。',
    ru: 'Ответ на запрос {request} не на языке запросившего ({languages, or}).',
  },
  'conduct.answerClassTooStrict': {
    en: 'An answer waits with the whole party, and not all of it may read {class}.',
    fr: 'Une réponse attend auprès de toute la partie, et tous n’y peuvent pas lire {class}.',
    zh: '答复在发出前由本方全体可见，而本方并非人人可读{class}。',
    ru: 'До передачи ответ доступен всей стороне, а читать {class} вправе не все.',
  },
  'conduct.answerClassNotRead': {
    en: '{post} may not read {class}; an answer that is let go needs a class that its asker reads.',
    fr: '{post} ne peut pas lire {class} ; une réponse accordée exige une classe que lit son demandeur.',
    zh: '{post}无权阅读{class}；放行的答复须定为请求方可读的级别。',
    ru: '{post} не вправе читать {class}; разрешённому ответу нужен класс, доступный запросившему.',
  },
  'conduct.withholdingNeedsReason': {
    en: 'An answer is withheld with a reason, which stays with the party.',
    fr: 'Une réponse est retenue avec un motif, qui reste dans la partie.',
    zh: '不予发出答复须写明理由，理由仅本方可见。',
    ru: 'Отказ в передаче ответа требует обоснования; оно остаётся у стороны.',
  },

  'rehearsal.phrase.ownMatter': {
    en: 'The answer concerns the party alone.',
    fr: 'La réponse ne concerne que la partie.',
    zh: '答复内容仅涉及本方事务。',
    ru: 'Ответ касается только самой стороны.',
  },
} as const satisfies Catalogue;
