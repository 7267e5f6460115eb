// The plan: facts that bounds add up from, statements that cannot hold together, and faults of a plan file.
import type { Catalogue } from '../catalogue-type.ts';

export const planProofWords = {
  'plan.witness.pricesAreNotNegative': {
    en: 'No price is below zero.',
    fr: 'Aucun prix n’est négatif.',
    zh: '代价不会小于零。',
    ru: 'Цена не бывает меньше нуля.',
  },
  'plan.witness.nothingWaits': {
    en: 'No fixed point waits for training.',
    fr: 'Aucun point fixe n’attend d’entraînement.',
    zh: '没有固定节点需要等待训练完成。',
    ru: 'Ни одно назначенное событие не ждёт обучения.',
  },
  'plan.witness.fixedPoint': {
    en: '{serial} is fixed at {at, dateTime}.',
    fr: '{serial} est fixé au {at, dateTime}.',
    zh: '{serial} 固定于 {at, dateTime}。',
    ru: '{serial} назначено на {at, dateTime}.',
  },
  'plan.witness.endsAtBest': {
    en: '{serial} starts at best at {start, dateTime} and ends at {end, dateTime}.',
    fr: '{serial} commence au mieux le {start, dateTime} et finit le {end, dateTime}.',
    zh: '{serial} 最早于 {start, dateTime} 开始、{end, dateTime} 结束。',
    ru: '{serial} начинается не раньше {start, dateTime} и кончается {end, dateTime}.',
  },
  'plan.witness.pairsCanMeet': {
    en: 'Between {party} and {other} there are {pairs, plural, one {# pair} other {# pairs}} that may be in one team.',
    fr: 'Entre {party} et {other}, {pairs, plural, one {# paire peut} other {# paires peuvent}} être dans une même équipe.',
    zh: '{party} 与 {other} 之间有 {pairs} 对分队可编入同一编组。',
    ru: 'Между {party} и {other} пар, которые могут быть в одном составе: {pairs}.',
  },
  'plan.witness.teamHolds': {
    en: 'The team of {serial}, at most {units} units, holds at most {pairs, plural, one {# cross-party pair} other {# cross-party pairs}}.',
    fr: 'L’équipe de {serial}, au plus {units} unités, contient au plus {pairs, plural, one {# paire mixte} other {# paires mixtes}}.',
    zh: '{serial} 的编组至多 {units} 个分队，至多含 {pairs} 对跨方组合。',
    ru: 'Состав {serial} – не более {units} подразделений, межсторонних пар не более {pairs}.',
  },
  'plan.witness.unitMeets': {
    en: '{unit} can meet at most {others, plural, one {# unit} other {# units}} of other parties.',
    fr: '{unit} peut rencontrer au plus {others, plural, one {# unité} other {# unités}} d’autres parties.',
    zh: '{unit} 至多可与 {others} 个他方分队共训。',
    ru: '{unit} может встретить не более {others} подразделений других сторон.',
  },
  'plan.witness.pairsCountedTwice': {
    en: 'Each pair was counted at both its ends.',
    fr: 'Chaque paire a été comptée à ses deux bouts.',
    zh: '每对被两端各计一次。',
    ru: 'Каждая пара сосчитана с обоих концов.',
  },
  'plan.witness.pairsNeedTime': {
    en: 'A pair counts only after {times, plural, one {# time} other {# times}} and {minutes, duration} together.',
    fr: 'Une paire ne compte qu’après {times, plural, one {# fois} other {# fois}} et {minutes, duration} ensemble.',
    zh: '一对须共训 {times} 次且满 {minutes, duration} 才计入。',
    ru: 'Пара считается после {times, plural, one {# раза} few {# раз} many {# раз} other {# раза}} и {minutes, duration} вместе.',
  },
  'plan.fileValueWrong': {
    en: 'The plan file has a wrong value at {path}; expected: {expected}.',
    fr: 'Le fichier de plan contient une valeur erronée à {path} ; attendu : {expected}.',
    zh: '计划文件在 {path} 处的值有误；应为：{expected}。',
    ru: 'В файле плана неверное значение в {path}; ожидалось: {expected}.',
  },
  'plan.fileKeyUnknown': {
    en: 'The plan file has an unknown key {key} at "{path}".',
    fr: 'Le fichier de plan contient une clé inconnue {key} à « {path} ».',
    zh: '计划文件在“{path}”处有未知键 {key}。',
    ru: 'В файле плана неизвестный ключ {key} в «{path}».',
  },
  'plan.amount': {
    en: '{objective, select, slack {{amount, duration}} end {{amount, duration}} load {{amount} min²} other {{amount}}}',
    fr: '{objective, select, slack {{amount, duration}} end {{amount, duration}} load {{amount} min²} other {{amount}}}',
    zh: '{objective, select, slack {{amount, duration}} end {{amount, duration}} load {{amount} 分²} other {{amount}}}',
    ru: '{objective, select, slack {{amount, duration}} end {{amount, duration}} load {{amount} мин²} other {{amount}}}',
  },
  'plan.objective.price': {
    en: 'Price of what is not as wished',
    fr: 'Prix de ce qui n’est pas comme souhaité',
    zh: '未遂愿望的代价',
    ru: 'Цена отступлений от пожеланий',
  },
  'plan.objective.slack': {
    en: 'Slack before fixed points',
    fr: 'Marge avant les points fixes',
    zh: '固定节点前的余量',
    ru: 'Запас перед назначенными событиями',
  },
  'plan.objective.continuity': {
    en: 'Continuity of teams',
    fr: 'Continuité des équipes',
    zh: '编组连续性',
    ru: 'Преемственность составов',
  },
  'plan.objective.pairs': {
    en: 'Cross-party pairs that serve together',
    fr: 'Paires de parties différentes qui servent ensemble',
    zh: '共训的跨方分队对',
    ru: 'Межсторонние пары, действующие вместе',
  },
  'plan.objective.load': { en: 'Unevenness of duty', fr: 'Inégalité du service', zh: '执勤负荷不均', ru: 'Неравномерность нагрузки' },
  'plan.objective.end': {
    en: 'End of the last serial',
    fr: 'Fin de la dernière séquence',
    zh: '最后课目结束时间',
    ru: 'Окончание последнего эпизода',
  },
} as const satisfies Catalogue;
