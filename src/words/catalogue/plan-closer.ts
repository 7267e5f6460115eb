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
  'app.closerBettered': {
    en: 'Exact search bettered {objective} from {from} to {to}.',
    fr: 'La recherche exacte a amélioré {objective} de {from} à {to}.',
    zh: '精确搜索将 {objective} 从 {from} 改进为 {to}。',
    ru: 'Точный поиск улучшил {objective} с {from} до {to}.',
  },
  'app.closerProvedForTeams': {
    en: 'With these teams, sites and support no other times better {objective}: proved by exhaustive search.',
    fr: 'Avec ces équipes, sites et soutiens, aucun autre horaire n’améliore {objective} : prouvé par recherche exhaustive.',
    zh: '在这些编组、场地和保障条件下，没有其他时间能改进 {objective}：经穷尽搜索证明。',
    ru: 'С этими группами, местами и обеспечением никакое другое время не улучшит {objective}: доказано полным перебором.',
  },
  'app.closerOpen': {
    en: 'Exact search left {objective} open.',
    fr: 'La recherche exacte n’a pas conclu sur {objective}.',
    zh: '精确搜索未能对 {objective} 得出结论。',
    ru: 'Точный поиск не дал ответа по {objective}.',
  },
} as const satisfies Catalogue;
