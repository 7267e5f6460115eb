// What was missing most often where the search ended without a plan.
import type { Catalogue } from '../catalogue-type.ts';

export const planMissingWords = {
  'plan.missing.head': {
    en: 'Missing most often in the best of {n, plural, one {# search} other {# searches}}; this does not show that there is no plan:',
    fr: 'Ce qui a manqué le plus souvent au mieux de {n, plural, one {# recherche} many {# de recherches} other {# recherches}} ; cela ne prouve pas qu’aucun plan n’existe :',
    zh: '在 {n} 次搜索的最佳结果中最常缺少的内容（这并不说明不存在可行计划）：',
    ru: 'Чего чаще всего не хватало в лучшем из {n, plural, one {# поиска} few {# поисков} many {# поисков} other {# поиска}}; это не означает, что плана не существует:',
  },
  'plan.missing.searches': {
    en: 'in {n} of {of} searches',
    fr: 'dans {n} recherches sur {of}',
    zh: '{of} 次搜索中有 {n} 次',
    ru: 'поисков: {n} из {of}',
  },
  'plan.missing.places': {
    en: 'in the way at {n} of {of} times and places tried beside the best plan:',
    fr: 'obstacle à {n} des {of} créneaux essayés à côté du meilleur plan :',
    zh: '在最佳计划之外试过的 {of} 个时间和地点中，有 {n} 个受阻于：',
    ru: 'мешало при {n} из {of} испробованных времён и мест рядом с лучшим планом:',
  },
} as const satisfies Catalogue;
