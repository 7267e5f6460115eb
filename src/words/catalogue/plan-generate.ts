// Generated exercises: what stands on top of their files, and what is told when one is made.
import type { Catalogue } from '../catalogue-type.ts';

export const planGenerateWords = {
  'plan.generate.fileIsGenerated': {
    en: 'Generated in the likeness of {like}, seed {seed}; nothing here is real.',
    fr: 'Généré d’après {like}, graine {seed} ; rien ici n’est réel.',
    zh: '仿照 {like} 生成，种子 {seed}；内容均为虚构。',
    ru: 'Создано по образцу {like}, зерно {seed}; всё вымышлено.',
  },
  'plan.generate.generated': {
    en: '{serials, plural, one {# serial} other {# serials}} and {units, plural, one {# unit} other {# units}} in the likeness of {like}, {tightness} % of the slack gone, seed {seed}.',
    fr: '{serials, plural, one {# séquence} other {# séquences}} et {units, plural, one {# unité} other {# unités}} d’après {like}, {tightness} % de la marge supprimée, graine {seed}.',
    zh: '仿照 {like} 生成 {serials} 个课目、{units} 个分队，余量已削减 {tightness}%，种子 {seed}。',
    ru: 'По образцу {like}: {serials, plural, one {# эпизод} few {# эпизода} many {# эпизодов} other {# эпизода}}, {units, plural, one {# подразделение} few {# подразделения} many {# подразделений} other {# подразделения}}; запас урезан на {tightness} %, зерно {seed}.',
  },
  'plan.generate.planted': {
    en: 'Planted so that no plan exists: {statements}. Without any one of them there is a plan.',
    fr: 'Posé pour qu’aucun plan n’existe : {statements}. Sans l’un quelconque d’entre eux, il y a un plan.',
    zh: '已植入相互矛盾的规定，使计划不存在：{statements}。去掉其中任何一条即有计划。',
    ru: 'Внесено, чтобы плана не было: {statements}. Без любого из них план есть.',
  },
} as const satisfies Catalogue;
