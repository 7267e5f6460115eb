// The exact engine: what it has proved, and what is told of it.
import type { Catalogue } from '../catalogue-type.ts';

export const planCloserWords = {
  'plan.witness.noneEndsSooner': {
    en: 'By the exact engine, not recounted: no plan ends before {end, dateTime} (exhaustive search, {conflicts, plural, one {# conflict} other {# conflicts}}).',
    fr: 'Selon le moteur exact, non recompté : aucun plan ne finit avant le {end, dateTime} (recherche exhaustive, {conflicts, plural, one {# conflit} many {# conflits} other {# conflits}}).',
    zh: '据精确求解引擎，未经复核：没有任何方案能在 {end, dateTime} 之前结束（穷尽搜索，{conflicts, plural, other {# 次冲突}}）。',
    ru: 'По точному решателю, без пересчёта: ни один план не кончается раньше {end, dateTime} (полный перебор, {conflicts, plural, one {# конфликт} few {# конфликта} many {# конфликтов} other {# конфликта}}).',
  },
  'plan.witness.noneLeavesMore': {
    en: 'By the exact engine, not recounted: no plan leaves more than {minutes, duration} before its fixed points (exhaustive search, {conflicts, plural, one {# conflict} other {# conflicts}}).',
    fr: 'Selon le moteur exact, non recompté : aucun plan ne laisse plus de {minutes, duration} avant ses points fixes (recherche exhaustive, {conflicts, plural, one {# conflit} many {# conflits} other {# conflits}}).',
    zh: '据精确求解引擎，未经复核：没有任何方案能在固定节点前留出多于 {minutes, duration} 的余量（穷尽搜索，{conflicts, plural, other {# 次冲突}}）。',
    ru: 'По точному решателю, без пересчёта: ни один план не оставляет перед назначенными событиями больше {minutes, duration} (полный перебор, {conflicts, plural, one {# конфликт} few {# конфликта} many {# конфликтов} other {# конфликта}}).',
  },
  'plan.witness.nonePaysLess': {
    en: 'By the exact engine, not recounted: no plan pays less than {price} for wishes not kept (exhaustive search, {conflicts, plural, one {# conflict} other {# conflicts}}).',
    fr: 'Selon le moteur exact, non recompté : aucun plan ne paie moins de {price} pour des souhaits non tenus (recherche exhaustive, {conflicts, plural, one {# conflit} many {# conflits} other {# conflits}}).',
    zh: '据精确求解引擎，未经复核：没有任何方案的未遂愿望代价低于 {price}（穷尽搜索，{conflicts, plural, other {# 次冲突}}）。',
    ru: 'По точному решателю, без пересчёта: ни один план не платит за несоблюдённые пожелания меньше {price} (полный перебор, {conflicts, plural, one {# конфликт} few {# конфликта} many {# конфликтов} other {# конфликта}}).',
  },
  'plan.witness.noneKeepsMore': {
    en: 'By the exact engine, not recounted: no plan that is as good in what comes before keeps teams better than {kept} (exhaustive search, {conflicts, plural, one {# conflict} other {# conflicts}}).',
    fr: 'Selon le moteur exact, non recompté : aucun plan aussi bon pour ce qui précède ne conserve les équipes au-delà de {kept} (recherche exhaustive, {conflicts, plural, one {# conflit} many {# conflits} other {# conflits}}).',
    zh: '据精确求解引擎，未经复核：在前列目标不变差的前提下，没有任何方案的编组连续性高于 {kept}（穷尽搜索，{conflicts, plural, other {# 次冲突}}）。',
    ru: 'По точному решателю, без пересчёта: ни один план, не уступающий в предыдущих целях, не сохраняет составы лучше {kept} (полный перебор, {conflicts, plural, one {# конфликт} few {# конфликта} many {# конфликтов} other {# конфликта}}).',
  },
  'plan.certificate.provedBySearch': {
    en: '{objective, select, price {Price of wishes not kept: {value}} continuity {Continuity of teams: {value}} slack {Least slack before a fixed point: {value, duration}} other {End of the last serial: {value, duration} after the start}} – proved best by the exact engine, not recounted.',
    fr: '{objective, select, price {Prix des souhaits non tenus : {value}} continuity {Continuité des équipes : {value}} slack {Plus petite marge avant un point fixe : {value, duration}} other {Fin de la dernière série : {value, duration} après le début}} – optimum prouvé par le moteur exact, non recompté.',
    zh: '{objective, select, price {未遂愿望的代价：{value}} continuity {编组连续性：{value}} slack {固定节点前的最小余量：{value, duration}} other {最后课目结束：开始后 {value, duration}}}——由精确求解引擎证明最优，未经复核。',
    ru: '{objective, select, price {Цена несоблюдённых пожеланий: {value}} continuity {Преемственность составов: {value}} slack {Наименьший запас перед назначенным событием: {value, duration}} other {Окончание последней серии: через {value, duration} после начала}} – оптимум доказан точным решателем, не пересчитан.',
  },
  'screen.plan.provedBySearch': {
    en: 'proved best by the engine, not recounted',
    fr: 'optimum prouvé par le moteur, non recompté',
    zh: '由求解引擎证明最优，未经复核',
    ru: 'лучшее по решателю, не пересчитано',
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
  'app.closerBettered.price': {
    en: 'With exact search fewer wishes stay broken: a price of {to} instead of {from}.',
    fr: 'Avec la recherche exacte, moins de souhaits restent non tenus : un prix de {to} au lieu de {from}.',
    zh: '借助精确搜索，未遂愿望减少：代价由 {from} 降至 {to}。',
    ru: 'С точным поиском несоблюдённых пожеланий меньше: цена {to} вместо {from}.',
  },
  'app.closerBettered.continuity': {
    en: 'With exact search teams are kept better: {to} instead of {from}.',
    fr: 'Avec la recherche exacte, les équipes sont mieux conservées : {to} au lieu de {from}.',
    zh: '借助精确搜索，编组连续性由 {from} 提高到 {to}。',
    ru: 'С точным поиском составы сохраняются лучше: {to} вместо {from}.',
  },
  'app.closerOpen.price': {
    en: 'Exact search left open whether a plan could pay less for wishes not kept.',
    fr: 'La recherche exacte n’a pas établi si un plan pourrait payer moins pour des souhaits non tenus.',
    zh: '精确搜索未能确定是否有方案能降低未遂愿望的代价。',
    ru: 'Точный поиск не установил, возможен ли план, который платит за пожелания меньше.',
  },
  'app.closerOpen.continuity': {
    en: 'Exact search left open whether a plan could keep teams better.',
    fr: 'La recherche exacte n’a pas établi si un plan pourrait mieux conserver les équipes.',
    zh: '精确搜索未能确定是否有方案能更好地保持编组。',
    ru: 'Точный поиск не установил, возможен ли план, который лучше сохраняет составы.',
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
