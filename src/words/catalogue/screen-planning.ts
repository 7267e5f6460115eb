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
  'screen.planning.looking': {
    en: 'Looking for what cannot hold together…',
    fr: 'Recherche de ce qui ne peut tenir ensemble…',
    zh: '正在查找哪些规定不能同时成立……',
    ru: 'Выясняется, что несовместимо…',
  },
  'screen.planning.ofWhatIsRead': {
    en: 'Drawn from what this reader reads of the document, and from nothing else.',
    fr: 'Tiré de ce que ce lecteur lit du document, et de rien d’autre.',
    zh: '仅根据该读者可读的文件内容得出。',
    ru: 'Выведено только из того, что этот читатель читает в документе.',
  },
  'screen.planning.nothingOfWhatIsRead': {
    en: 'In what this reader reads, nothing was found that cannot hold together.',
    fr: 'Dans ce que ce lecteur lit, rien d’incompatible n’a été trouvé.',
    zh: '在该读者可读的内容中，未发现不能同时成立的规定。',
    ru: 'В том, что читает этот читатель, ничего несовместимого не найдено.',
  },
  'screen.planning.ways': {
    en: '{n, plural, one {This would mend} other {Any one of these would mend}} it in what this reader reads; the least costly first:',
    fr: '{n, plural, one {Ceci y remédierait} many {Chacun de ces changements y remédierait} other {Chacun de ces changements y remédierait}} dans ce que ce lecteur lit ; le moins coûteux d’abord :',
    zh: '就该读者可读的内容而言，{n, plural, =1 {以下改动} other {以下任一改动}}即可解决，代价小者在前：',
    ru: '{n, plural, =1 {Это исправило бы дело} other {Любое из этих изменений исправило бы дело}} в том, что читает этот читатель; сначала самые дешёвые:',
  },
  'screen.planning.best': {
    en: 'Best after {tries, plural, one {# try} other {# tries}}: {held} of {of} serials held{broken, plural, =0 {, nothing hard broken} one {, # hard statement broken} other {, # hard statements broken}}.',
    fr: 'Meilleur après {tries, plural, one {# essai} many {# d’essais} other {# essais}} : {held} séquences sur {of}{broken, plural, =0 {, aucune exigence ferme enfreinte} one {, # exigence ferme enfreinte} many {, # d’exigences fermes enfreintes} other {, # exigences fermes enfreintes}}.',
    zh: '{tries, plural, other {#次尝试}}后的最佳结果:{of}个课目中安排了{held}个{broken, plural, =0 {,未违反硬性规定} other {,违反#项硬性规定}}。',
    ru: 'Лучшее после {tries, plural, one {# попытки} few {# попыток} many {# попыток} other {# попытки}}: проводится {held} из {of} эпизодов{broken, plural, =0 {, жёсткие требования соблюдены} one {, нарушено # жёсткое требование} few {, нарушено # жёстких требования} many {, нарушено # жёстких требований} other {, нарушено # жёсткого требования}}.',
  },
  'screen.planning.bestHolds': {
    en: 'Best after {tries, plural, one {# try} other {# tries}}: {held} of {of} serials held.',
    fr: 'Meilleur après {tries, plural, one {# essai} many {# d’essais} other {# essais}} : {held} séquences sur {of}.',
    zh: '{tries, plural, other {#次尝试}}后的最佳结果:{of}个课目中安排了{held}个。',
    ru: 'Лучшее после {tries, plural, one {# попытки} few {# попыток} many {# попыток} other {# попытки}}: проводится {held} из {of} эпизодов.',
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
