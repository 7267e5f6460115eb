// What the view of the search for a plan says.
import type { Catalogue } from '../catalogue-type.ts';

export const screenPlanningWords = {
  'screen.planning.searching': {
    en: 'Searching for a plan',
    fr: 'Recherche d’un plan',
    zh: '正在搜索计划',
    ru: 'Идёт поиск плана',
  },
  'screen.planning.planned': {
    en: 'How the plan was found',
    fr: 'Comment le plan a été trouvé',
    zh: '计划如何得出',
    ru: 'Как был найден план',
  },
  'screen.planning.incomplete': {
    en: 'No complete plan was found',
    fr: 'Aucun plan complet n’a été trouvé',
    zh: '未找到完整计划',
    ru: 'Полный план не найден',
  },
  'screen.planning.impossible': {
    en: 'No plan can exist',
    fr: 'Aucun plan ne peut exister',
    zh: '不可能有计划',
    ru: 'Плана быть не может',
  },
  'screen.planning.impossibleHow': {
    en: 'Each of these is proved: what it names cannot hold together. Change one of them and the document is planned again.',
    fr: 'Chacun de ces points est prouvé : ce qu’il nomme ne peut tenir ensemble. Modifiez l’un d’eux et le document sera replanifié.',
    zh: '以下各条均已证明:所列各项不能同时成立。修改其中之一,即可重新计划。',
    ru: 'Каждое из этого доказано: названное несовместимо. Измените одно из них, и план будет составлен заново.',
  },
  'screen.planning.minimal': {
    en: 'None of these is superfluous: without any one of them, no contradiction is left.',
    fr: 'Aucun n’est superflu : sans l’un quelconque d’entre eux, il ne reste pas de contradiction.',
    zh: '以上缺一不可:去掉其中任何一条,矛盾即不存在。',
    ru: 'Ничего лишнего: без любого из них противоречия не остаётся.',
  },
  'screen.planning.notMinimal': {
    en: 'It is not proved that all of these are needed for the contradiction.',
    fr: 'Il n’est pas prouvé que tous soient nécessaires à la contradiction.',
    zh: '尚未证明以上各条均为矛盾所必需。',
    ru: 'Не доказано, что для противоречия нужны все они.',
  },
  'screen.planning.best': {
    en: 'Best after {tries, plural, one {# try} other {# tries}}: {held} of {of} serials held{broken, plural, =0 {, nothing hard broken} one {, # hard statement broken} other {, # hard statements broken}}.',
    fr: 'Meilleur après {tries, plural, one {# essai} many {# d’essais} other {# essais}} : {held} séquences sur {of}{broken, plural, =0 {, aucune exigence ferme enfreinte} one {, # exigence ferme enfreinte} many {, # d’exigences fermes enfreintes} other {, # exigences fermes enfreintes}}.',
    zh: '{tries, plural, other {#次尝试}}后的最佳结果:{of}个课目中安排了{held}个{broken, plural, =0 {,未违反硬性规定} other {,违反#项硬性规定}}。',
    ru: 'Лучшее после {tries, plural, one {# попытки} few {# попыток} many {# попыток} other {# попытки}}: проводится {held} из {of} эпизодов{broken, plural, =0 {, жёсткие требования соблюдены} one {, нарушено # жёсткое требование} few {, нарушено # жёстких требования} many {, нарушено # жёстких требований} other {, нарушено # жёсткого требования}}.',
  },
  'screen.timeline.noPlan': {
    en: 'There is no plan. Why stands under “The plan”.',
    fr: 'Il n’y a pas de plan. La raison figure sous « Le plan ».',
    zh: '没有计划。原因见“计划”页。',
    ru: 'Плана нет. Причина — на странице «План».',
  },
  'screen.planning.draft': {
    en: 'A draft: the best found so far. Nobody has adopted it.',
    fr: 'Une ébauche : le meilleur trouvé jusqu’ici. Personne ne l’a adopté.',
    zh: '草案:目前找到的最佳结果,尚无人采用。',
    ru: 'Черновик: лучшее из найденного. Его никто не принял.',
  },
  'screen.planning.curve': {
    en: 'From {from} to {to} in {tries, plural, one {# try} other {# tries}}',
    fr: 'De {from} à {to} en {tries, plural, one {# essai} many {# d’essais} other {# essais}}',
    zh: '{tries, plural, other {#次尝试}}内由{from}到{to}',
    ru: 'От {from} до {to} за {tries, plural, one {# попытку} few {# попытки} many {# попыток} other {# попытки}}',
  },
} as const satisfies Catalogue;
