// The plan: facts that bounds add up from, beside those of plan-proofs, and what is said of a bound that does not follow from the document.
import type { Catalogue } from '../catalogue-type.ts';

export const planWitnessWords = {
  'plan.witness.cannotBeHeld': {
    en: '{serial} cannot be held at any time.',
    fr: '{serial} ne peut avoir lieu à aucun moment.',
    zh: '{serial} 在任何时间都无法实施。',
    ru: '{serial} провести нельзя ни в какое время.',
  },
  'plan.witness.alwaysClosed': {
    en: '{serial} lies in the closed period {closure} whenever and wherever it is held.',
    fr: '{serial} tombe dans la période fermée {closure}, quels que soient l’heure et le lieu.',
    zh: '{serial} 无论何时何地实施，都落在封闭时段 {closure} 内。',
    ru: '{serial} в любое время и в любом месте попадает в закрытый период {closure}.',
  },
  'plan.witness.cannotBeTied': {
    en: 'No times of {first} and {second} keep {lag}.',
    fr: 'Aucun horaire de {first} et de {second} ne respecte {lag}.',
    zh: '{first} 与 {second} 的任何时间都不满足 {lag}。',
    ru: 'Ни при каком времени {first} и {second} не соблюсти {lag}.',
  },
  'plan.witness.wishedTooOften': {
    en: 'Requirement {requirement} wishes {times, plural, one {# time} other {# times}}; at most {got} serials can count. Each time missing costs {price}.',
    fr: 'L’exigence {requirement} souhaite {times, plural, one {# fois} other {# fois}} ; au plus {got} séquences peuvent compter. Chaque fois manquante coûte {price}.',
    zh: '要求 {requirement} 希望 {times} 次，至多 {got} 个课目可计入；每缺一次代价 {price}。',
    ru: 'Требование {requirement} желает раз: {times}; засчитаться могут не больше {got} эпизодов. Каждый недостающий раз стоит {price}.',
  },
  'plan.witness.nobodySupports': {
    en: '{serial} wishes {count} for demand {demand}; at most {got} are there at any time it could be held. Each one missing costs {price}.',
    fr: '{serial} souhaite {count} appui(s) {demand} ; au plus {got} sont présents quand elle peut avoir lieu. Chaque absent coûte {price}.',
    zh: '{serial} 希望保障需求 {demand} 有 {count} 名；在其可实施的任何时间至多 {got} 名在场，每缺一名代价 {price}。',
    ru: '{serial} желает по требованию {demand} {count}; когда он возможен, их не больше {got}. Каждый недостающий стоит {price}.',
  },
  'plan.witness.supportRunsOut': {
    en: 'Demand {demand} is wished {times, plural, one {# time} other {# times}}; who could give it has {minutes, duration}, enough for {got} even if the shortest come first. Each one missing costs {price}.',
    fr: 'L’appui {demand} est souhaité {times, plural, one {# fois} other {# fois}} ; ceux qui peuvent le donner ont {minutes, duration}, assez pour {got}, même les plus courts d’abord. Chaque absent coûte {price}.',
    zh: '保障需求 {demand} 被希望 {times} 次；可提供者共有 {minutes, duration}，即使先短后长也只够 {got} 次，每缺一次代价 {price}。',
    ru: 'Обеспечение {demand} желательно раз: {times}; у тех, кто может его дать, есть {minutes, duration} – хватит на {got}, даже если начать с самых коротких. Каждый недостающий стоит {price}.',
  },
  'plan.witness.teamIsKept': {
    en: '{kind, select, chain {Chain} other {Task group}} {of}: when {second} comes right after {first}, at most {units} of the {team} units of the smaller team are in both. No order of its serials adds up to more.',
    fr: '{kind, select, chain {Chaîne} other {Groupement}} {of} : si {second} suit directement {first}, au plus {units} des {team} unités de la plus petite équipe sont dans les deux. Aucun autre ordre des séquences ne donne davantage.',
    zh: '{kind, select, chain {课目链} other {任务编组}} {of}：{second} 紧接 {first} 时，较小编组的 {team} 个分队中至多 {units} 个同在两者。其课目的任何其他顺序都不会更多。',
    ru: '{kind, select, chain {Цепочка} other {Тактическая группа}} {of}: если {second} идёт сразу за {first}, в обоих составах не больше {units} из {team} подразделений меньшего. Никакой другой порядок эпизодов не даёт больше.',
  },
  'plan.witness.teamIsPassedOn': {
    en: '{kind, select, chain {Chain} other {Task group}} {of}: {serial} passes on at most {units} of {team} units to whichever serial comes next.',
    fr: '{kind, select, chain {Chaîne} other {Groupement}} {of} : {serial} transmet au plus {units} unités sur {team} à la séquence suivante, quelle qu’elle soit.',
    zh: '{kind, select, chain {课目链} other {任务编组}} {of}：无论下一课目是哪个，{serial} 至多留用 {team} 个分队中的 {units} 个。',
    ru: '{kind, select, chain {Цепочка} other {Тактическая группа}} {of}: какой бы эпизод ни шёл следующим, {serial} передаёт ей не больше {units} из {team} подразделений.',
  },
  'plan.witness.workToDo': {
    en: '{serials} need {minutes, duration} in all of {kind, select, pool {pool} sites {site} other {the time of}} {of}; none begins before {from, dateTime}.',
    fr: '{serials} demandent en tout {minutes, duration} {kind, select, pool {de la ressource} sites {sur le site} other {du temps de}} {of} ; aucune ne commence avant le {from, dateTime}.',
    zh: '{serials} 共需要{kind, select, pool {资源} sites {场地} other {}} {of} 的 {minutes, duration}；均不早于 {from, dateTime} 开始。',
    ru: '{serials} требуют всего {minutes, duration} {kind, select, pool {ресурса} sites {площадки} other {времени}} {of}; ни одна не начинается раньше {from, dateTime}.',
  },
  'plan.witness.workDoneBy': {
    en: 'By their stays, opening, light and duty they cannot have given that before {at, dateTime}.',
    fr: 'Présences, ouvertures, lumière et service ne permettent pas de l’avoir donné avant le {at, dateTime}.',
    zh: '按其驻留、开放、光照与执勤限制，{at, dateTime} 之前无法完成这些工作。',
    ru: 'По пребыванию, часам работы, освещённости и службе столько нельзя дать раньше {at, dateTime}.',
  },
  'plan.witness.noTeamFollows': {
    en: 'No team follows another in a chain or a task group.',
    fr: 'Aucune équipe n’en suit une autre dans une chaîne ou un groupement.',
    zh: '课目链或任务编组中没有前后相继的编组。',
    ru: 'Ни в цепочке, ни в тактической группе один состав не следует за другим.',
  },
  'plan.witness.pairsMeetElsewhere': {
    en: 'Between {party} and {other}, {pairs, plural, one {# pair} other {# pairs}} may be in the team of a serial not named here.',
    fr: 'Entre {party} et {other}, {pairs, plural, one {# paire peut} other {# paires peuvent}} être dans l’équipe d’une série non nommée ici.',
    zh: '{party} 与 {other} 之间有 {pairs} 对分队可编入此处未列课目的编组。',
    ru: 'Между {party} и {other} пар, которые могут быть в составе серии, здесь не названной: {pairs}.',
  },
  'plan.witness.dutyApart': {
    en: '{unit} of {party} is on duty at least {least, duration}, {other} at most {most, duration}. Over {units} units that makes at least so many square minutes: (their difference ÷ (1 + √({units} − 1)))².',
    fr: '{unit} de {party} est de service au moins {least, duration}, {other} au plus {most, duration}. Sur {units} unités, cela fait au moins tant de minutes carrées : (leur différence ÷ (1 + √({units} − 1)))².',
    zh: '{party} 的 {unit} 至少执勤 {least, duration}，{other} 至多 {most, duration}。在 {units} 个分队中，平方分钟数至少为：(两者之差 ÷ (1 + √({units} − 1)))²。',
    ru: '{unit} ({party}) несёт службу не меньше {least, duration}, {other} – не больше {most, duration}. На {units} подразделений это не меньше стольких квадратных минут: (их разность ÷ (1 + √({units} − 1)))².',
  },
  'plan.witness.squaresAreNotNegative': {
    en: 'No unevenness is below zero.',
    fr: 'Aucune inégalité n’est négative.',
    zh: '不均程度不会小于零。',
    ru: 'Неравномерность не бывает меньше нуля.',
  },
  'plan.certificate.proved': {
    en: '{objective, select, price {Price of wishes not kept: {value}} slack {Least slack before a fixed point: {value, duration}} continuity {Continuity of teams: {value}} pairs {Cross-party pairs that serve together: {value}} load {Unevenness of duty: {value} square minutes} other {End of the last serial: {value, duration} after the start}} – proved best.',
    fr: '{objective, select, price {Prix des souhaits non tenus : {value}} slack {Plus petite marge avant un point fixe : {value, duration}} continuity {Continuité des équipes : {value}} pairs {Paires mixtes qui servent ensemble : {value}} load {Inégalité du service : {value} minutes carrées} other {Fin de la dernière série : {value, duration} après le début}} – optimum prouvé.',
    zh: '{objective, select, price {未遂愿望的代价：{value}} slack {固定节点前的最小余量：{value, duration}} continuity {编组连续性：{value}} pairs {共训的跨方分队对：{value}} load {执勤不均：{value} 平方分钟} other {最后课目结束：开始后 {value, duration}}}——已证明最优。',
    ru: '{objective, select, price {Цена несоблюдённых пожеланий: {value}} slack {Наименьший запас перед назначенным событием: {value, duration}} continuity {Преемственность составов: {value}} pairs {Межсторонние пары, действующие вместе: {value}} load {Неравномерность службы: {value} квадратных минут} other {Окончание последней серии: через {value, duration} после начала}} – доказанный оптимум.',
  },
  'plan.certificate.within': {
    en: '{objective, select, price {Price of wishes not kept: {value}} slack {Least slack before a fixed point: {value, duration}} continuity {Continuity of teams: {value}} pairs {Cross-party pairs that serve together: {value}} load {Unevenness of duty: {value} square minutes} other {End of the last serial: {value, duration} after the start}} – within {percent} % of what no plan can pass, {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}.',
    fr: '{objective, select, price {Prix des souhaits non tenus : {value}} slack {Plus petite marge avant un point fixe : {value, duration}} continuity {Continuité des équipes : {value}} pairs {Paires mixtes qui servent ensemble : {value}} load {Inégalité du service : {value} minutes carrées} other {Fin de la dernière série : {value, duration} après le début}} – à {percent} % de ce qu’aucun plan ne peut dépasser, {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}.',
    zh: '{objective, select, price {未遂愿望的代价：{value}} slack {固定节点前的最小余量：{value, duration}} continuity {编组连续性：{value}} pairs {共训的跨方分队对：{value}} load {执勤不均：{value} 平方分钟} other {最后课目结束：开始后 {value, duration}}}——与任何计划都无法超越的 {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}} 相差不超过 {percent}%。',
    ru: '{objective, select, price {Цена несоблюдённых пожеланий: {value}} slack {Наименьший запас перед назначенным событием: {value, duration}} continuity {Преемственность составов: {value}} pairs {Межсторонние пары, действующие вместе: {value}} load {Неравномерность службы: {value} квадратных минут} other {Окончание последней серии: через {value, duration} после начала}} – в пределах {percent} % от того, чего не превзойдёт ни один план: {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}.',
  },
  'plan.certificate.bounded': {
    en: '{objective, select, price {Price of wishes not kept: {value}} slack {Least slack before a fixed point: {value, duration}} continuity {Continuity of teams: {value}} pairs {Cross-party pairs that serve together: {value}} load {Unevenness of duty: {value} square minutes} other {End of the last serial: {value, duration} after the start}} – no plan can pass {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}.',
    fr: '{objective, select, price {Prix des souhaits non tenus : {value}} slack {Plus petite marge avant un point fixe : {value, duration}} continuity {Continuité des équipes : {value}} pairs {Paires mixtes qui servent ensemble : {value}} load {Inégalité du service : {value} minutes carrées} other {Fin de la dernière série : {value, duration} après le début}} – aucun plan ne peut dépasser {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}.',
    zh: '{objective, select, price {未遂愿望的代价：{value}} slack {固定节点前的最小余量：{value, duration}} continuity {编组连续性：{value}} pairs {共训的跨方分队对：{value}} load {执勤不均：{value} 平方分钟} other {最后课目结束：开始后 {value, duration}}}——任何计划都无法超越 {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}。',
    ru: '{objective, select, price {Цена несоблюдённых пожеланий: {value}} slack {Наименьший запас перед назначенным событием: {value, duration}} continuity {Преемственность составов: {value}} pairs {Межсторонние пары, действующие вместе: {value}} load {Неравномерность службы: {value} квадратных минут} other {Окончание последней серии: через {value, duration} после начала}} – ни один план не превзойдёт {objective, select, slack {{bound, duration}} end {{bound, duration}} other {{bound}}}.',
  },
  'plan.certificate.noBound': {
    en: '{objective, select, price {Price of wishes not kept: {value}} slack {Least slack before a fixed point: {value, duration}} continuity {Continuity of teams: {value}} pairs {Cross-party pairs that serve together: {value}} load {Unevenness of duty: {value} square minutes} other {End of the last serial: {value, duration} after the start}} – no bound is known.',
    fr: '{objective, select, price {Prix des souhaits non tenus : {value}} slack {Plus petite marge avant un point fixe : {value, duration}} continuity {Continuité des équipes : {value}} pairs {Paires mixtes qui servent ensemble : {value}} load {Inégalité du service : {value} minutes carrées} other {Fin de la dernière série : {value, duration} après le début}} – aucune borne n’est connue.',
    zh: '{objective, select, price {未遂愿望的代价：{value}} slack {固定节点前的最小余量：{value, duration}} continuity {编组连续性：{value}} pairs {共训的跨方分队对：{value}} load {执勤不均：{value} 平方分钟} other {最后课目结束：开始后 {value, duration}}}——尚无已知界限。',
    ru: '{objective, select, price {Цена несоблюдённых пожеланий: {value}} slack {Наименьший запас перед назначенным событием: {value, duration}} continuity {Преемственность составов: {value}} pairs {Межсторонние пары, действующие вместе: {value}} load {Неравномерность службы: {value} квадратных минут} other {Окончание последней серии: через {value, duration} после начала}} – предел неизвестен.',
  },
  'plan.certificate.part': {
    en: 'its part of the bound: {amount}',
    fr: 'sa part de la borne : {amount}',
    zh: '在界中所占：{amount}',
    ru: 'её доля в границе: {amount}',
  },
  'plan.certificate.more': {
    en: '… and {n, plural, one {# more fact} other {# more facts}}, together {amount}; the plan file has them all.',
    fr: '… et {n, plural, one {# autre fait} other {# autres faits}}, ensemble {amount} ; le fichier du plan les contient tous.',
    zh: '……另有 {n} 项依据，合计 {amount}；计划文件中有全部内容。',
    ru: '… и ещё {n, plural, one {# факт} few {# факта} many {# фактов} other {# факта}}, вместе {amount}; в файле плана есть все.',
  },
  'plan.boundsAreAsStated': {
    en: 'The bound {bound} that the plan states for {objective} does not follow from the document: {fault, select, sum {its facts do not add up to it} other {a fact of it is wrong or missing}}.',
    fr: 'La borne {bound} que le plan affiche pour {objective} ne découle pas du document : {fault, select, sum {ses faits ne s’y additionnent pas} other {un de ses faits est faux ou manque}}.',
    zh: '计划为 {objective} 给出的界 {bound} 不能由文件得出：{fault, select, sum {其依据相加不等于它} other {其某项依据有误或缺失}}。',
    ru: 'Граница {bound}, которую план заявляет для {objective}, не следует из документа: {fault, select, sum {её факты не складываются в неё} other {один из её фактов неверен или отсутствует}}.',
  },
} as const satisfies Catalogue;
