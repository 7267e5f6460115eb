// What the use cases say of their results.
import type { Catalogue } from '../catalogue-type.ts';

export const appWords = {
  'app.planning': { en: 'Planning', fr: 'Planification', zh: '正在制定计划', ru: 'Планирование' },
  'app.planned': {
    en: '{held} of {of} serials are booked.',
    fr: '{held} séquences sur {of} sont programmées.',
    zh: '{of} 个科目中已安排 {held} 个。',
    ru: 'Запланировано мероприятий: {held} из {of}.',
  },
  'app.objectiveProved': {
    en: '{objective}: {value}, proved best.',
    fr: '{objective} : {value}, optimum prouvé.',
    zh: '{objective}:{value},已证明最优。',
    ru: '{objective}: {value}, доказанный оптимум.',
  },
  'app.objectiveBounded': {
    en: '{objective}: {value}; nobody can pass {bound}.',
    fr: '{objective} : {value} ; la borne est {bound}.',
    zh: '{objective}:{value};上界为 {bound}。',
    ru: '{objective}: {value}; предел {bound}.',
  },
  'app.objectiveUnbounded': {
    en: '{objective}: {value}; no bound is known.',
    fr: '{objective} : {value} ; aucune borne connue.',
    zh: '{objective}:{value};尚无界限。',
    ru: '{objective}: {value}; предел неизвестен.',
  },
  'app.unmet': {
    en: 'Requirement {requirement} of {party} is met {got} of {times} times.',
    fr: "L'exigence {requirement} de {party} est satisfaite {got} fois sur {times}.",
    zh: '{party} 的要求 {requirement} 满足 {got} 次,需 {times} 次。',
    ru: 'Требование {requirement} стороны {party} выполнено {got} из {times} раз.',
  },
  'app.softBroken': {
    en: '{n, plural, one {# wish is} other {# wishes are}} not kept; the plan says at what price.',
    fr: '{n, plural, one {# souhait n’est pas tenu} other {# souhaits ne sont pas tenus}} ; le plan en dit le prix.',
    zh: '有 {n} 项软性要求未满足,代价见计划。',
    ru: '{n, plural, one {Не соблюдено # пожелание} few {Не соблюдены # пожелания} many {Не соблюдено # пожеланий} other {Не соблюдено # пожелания}}; цена указана в плане.',
  },
  'app.planNotChecked': {
    en: 'The plan was not checked: not every owner’s folder is here.',
    fr: "Le plan n'a pas été vérifié : il manque des dossiers de propriétaires.",
    zh: '未检查计划:并非所有所有者的文件夹都在此处。',
    ru: 'План не проверен: здесь есть не все папки владельцев.',
  },
  'app.notJson': {
    en: 'This is not JSON: {why}.',
    fr: "Ce n'est pas du JSON : {why}.",
    zh: '这不是 JSON:{why}。',
    ru: 'Это не JSON: {why}.',
  },
  'app.maybePlanFile': {
    en: 'Maybe give the file that `entente plan --out` wrote.',
    fr: 'Peut-être donner le fichier écrit par « entente plan --out ».',
    zh: '也许应给出 entente plan --out 写出的文件。',
    ru: 'Возможно, нужен файл, записанный командой entente plan --out.',
  },
  'app.readerNeedsDocument': {
    en: 'Reader {reader} cannot be known: the document cannot be read.',
    fr: 'Lecteur {reader} inconnu : le document est illisible.',
    zh: '无法确定读者 {reader}:文档无法读取。',
    ru: 'Читатель {reader} не определён: документ не читается.',
  },
} as const satisfies Catalogue;
