// The exact engine: what it has proved, and what is told of it.
import type { Catalogue } from '../catalogue-type.ts';

export const planCloserWords = {
  'plan.witness.noneEndsSooner': {
    en: 'No plan ends before {end, dateTime}: proved by exhaustive search, {conflicts, plural, one {# conflict} other {# conflicts}}.',
    fr: 'Aucun plan ne finit avant le {end, dateTime} : prouvé par recherche exhaustive, {conflicts, plural, one {# conflit} many {# conflits} other {# conflits}}.',
    zh: '没有任何方案能在 {end, dateTime} 之前结束：经穷尽搜索证明，{conflicts, plural, other {# 次冲突}}。',
    ru: 'Ни один план не кончается раньше {end, dateTime}: доказано полным перебором, {conflicts, plural, one {# конфликт} few {# конфликта} many {# конфликтов} other {# конфликта}}.',
  },
  'plan.witness.noneLeavesMore': {
    en: 'No plan leaves more than {minutes, duration} before its fixed points: proved by exhaustive search, {conflicts, plural, one {# conflict} other {# conflicts}}.',
    fr: 'Aucun plan ne laisse plus de {minutes, duration} avant ses points fixes : prouvé par recherche exhaustive, {conflicts, plural, one {# conflit} many {# conflits} other {# conflits}}.',
    zh: '没有任何方案能在固定节点前留出多于 {minutes, duration} 的余量：经穷尽搜索证明，{conflicts, plural, other {# 次冲突}}。',
    ru: 'Ни один план не оставляет перед назначенными событиями больше {minutes, duration}: доказано полным перебором, {conflicts, plural, one {# конфликт} few {# конфликта} many {# конфликтов} other {# конфликта}}.',
  },
  'app.closing': {
    en: 'Closing the gaps by exact search.',
    fr: 'Recherche exacte pour combler les écarts.',
    zh: '正在用精确搜索缩小差距。',
    ru: 'Точный поиск закрывает разрывы.',
  },
  'app.closerAbsent': {
    en: 'The exact engine is not installed (npm package minizinc); the plan is that of the search.',
    fr: 'Le moteur exact n’est pas installé (paquet npm minizinc) ; le plan est celui de la recherche.',
    zh: '未安装精确求解引擎（npm 包 minizinc）；方案为搜索所得。',
    ru: 'Точный решатель не установлен (пакет npm minizinc); план дан поиском.',
  },
  'app.closerBettered.slack': {
    en: 'Exact search left more slack before the fixed points: {to, duration} instead of {from, duration}.',
    fr: 'La recherche exacte a laissé plus de marge avant les points fixes : {to, duration} au lieu de {from, duration}.',
    zh: '精确搜索在固定节点前留出了更多余量：由 {from, duration} 增至 {to, duration}。',
    ru: 'Точный поиск оставил больший запас перед назначенными событиями: {to, duration} вместо {from, duration}.',
  },
  'app.closerBettered.end': {
    en: 'Exact search ended the plan {to, duration} after its start instead of {from, duration}.',
    fr: 'La recherche exacte finit le plan {to, duration} après son début au lieu de {from, duration}.',
    zh: '精确搜索使方案在开始后 {to, duration} 结束，原为 {from, duration}。',
    ru: 'Точный поиск завершил план через {to, duration} после начала вместо {from, duration}.',
  },
  'app.closerProvedForTeams.slack': {
    en: 'With these teams, sites and support no other times leave more slack: proved by exhaustive search.',
    fr: 'Avec ces équipes, sites et soutiens, aucun autre horaire ne laisse plus de marge : prouvé par recherche exhaustive.',
    zh: '在这些编组、场地和保障条件下，没有其他时间安排能留出更多余量：经穷尽搜索证明。',
    ru: 'С этими группами, местами и обеспечением никакое другое время не даст большего запаса: доказано полным перебором.',
  },
  'app.closerProvedForTeams.end': {
    en: 'With these teams, sites and support no other times end sooner: proved by exhaustive search.',
    fr: 'Avec ces équipes, sites et soutiens, aucun autre horaire ne finit plus tôt : prouvé par recherche exhaustive.',
    zh: '在这些编组、场地和保障条件下，没有其他时间安排能更早结束：经穷尽搜索证明。',
    ru: 'С этими группами, местами и обеспечением никакое другое время не закончится раньше: доказано полным перебором.',
  },
  'app.closerOpen.slack': {
    en: 'Exact search left open whether a plan could leave more slack.',
    fr: 'La recherche exacte n’a pas établi si un plan pourrait laisser plus de marge.',
    zh: '精确搜索未能确定是否有方案能留出更多余量。',
    ru: 'Точный поиск не установил, возможен ли план с большим запасом.',
  },
  'app.closerOpen.end': {
    en: 'Exact search left open whether a plan could end sooner.',
    fr: 'La recherche exacte n’a pas établi si un plan pourrait finir plus tôt.',
    zh: '精确搜索未能确定是否有方案能更早结束。',
    ru: 'Точный поиск не установил, возможен ли план, который кончается раньше.',
  },
} as const satisfies Catalogue;
