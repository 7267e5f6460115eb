// Why an order was refused: about the clock, serials, injects and people. What concerns words, evaluation and release stands in `conduct-talk.ts`.
import type { Catalogue } from '../catalogue-type.ts';

const serialIs = {
  en: '{status, select, planned {only planned} called {called} ready {ready} running {running} stopped {standing still} done {over} curtailed {cut short} cancelled {cancelled} other {{status}}}',
  fr: '{status, select, planned {seulement prévu} called {convoqué} ready {prêt} running {en cours} stopped {arrêté} done {terminé} curtailed {écourté} cancelled {annulé} other {{status}}}',
  zh: '{status, select, planned {仅列入计划} called {已召集} ready {已就绪} running {正在进行} stopped {已停止} done {已结束} curtailed {已提前结束} cancelled {已取消} other {{status}}}',
  ru: '{status, select, planned {только запланирован} called {объявлен} ready {готов} running {идёт} stopped {остановлен} done {завершён} curtailed {завершён досрочно} cancelled {отменён} other {{status}}}',
} as const;

const injectIs = {
  en: '{status, select, draft {a draft} submitted {submitted} approved {approved} synchronized {synchronized} released {released} complete {complete} deferred {deferred} obsolete {obsolete} other {{status}}}',
  fr: '{status, select, draft {à l’état de projet} submitted {soumis} approved {approuvé} synchronized {synchronisé} released {diffusé} complete {achevé} deferred {différé} obsolete {périmé} other {{status}}}',
  zh: '{status, select, draft {草稿} submitted {已提交} approved {已批准} synchronized {已同步} released {已下达} complete {已完成} deferred {已推迟} obsolete {已作废} other {{status}}}',
  ru: '{status, select, draft {в проекте} submitted {представлена} approved {утверждена} synchronized {согласована по времени} released {выдана} complete {завершена} deferred {отложена} obsolete {отменена} other {{status}}}',
} as const;

export const conductWords = {
  'conduct.notNow': {
    en: 'Not now.',
    fr: 'Pas maintenant.',
    zh: '现在不行。',
    ru: 'Не сейчас.',
  },
  'conduct.notYourOrder': {
    en: 'This post may not give the order {order}.',
    fr: 'Ce poste ne peut pas donner l’ordre {order}.',
    zh: '该岗位无权下达命令{order}。',
    ru: 'Эта должность не даёт права на распоряжение {order}.',
  },
  'conduct.notYourPost': {
    en: 'You may not act for the post {post}.',
    fr: 'Vous ne pouvez pas agir au nom du poste {post}.',
    zh: '您不能代表岗位{post}行事。',
    ru: 'Вы не можете действовать за должность {post}.',
  },
  'conduct.onlyAPartysOwn': {
    en: 'Only a party’s own post may do this, and only for its own party.',
    fr: 'Seul un poste d’une partie peut le faire, et pour cette partie seulement.',
    zh: '只有某一参与方自己的岗位才能这样做，且只能代表本方。',
    ru: 'Это может сделать только должностное лицо стороны и только за свою сторону.',
  },
  'conduct.noSuchPost': {
    en: 'There is no post {post}.',
    fr: 'Il n’y a pas de poste {post}.',
    zh: '没有岗位{post}。',
    ru: 'Должности {post} нет.',
  },
  'conduct.noSuchParty': {
    en: 'No party {party} takes part.',
    fr: 'Aucune partie {party} ne participe.',
    zh: '没有参与方{party}。',
    ru: 'Стороны {party} среди участников нет.',
  },
  'conduct.noSuchUnit': {
    en: 'There is no unit {unit}.',
    fr: 'Il n’y a pas d’unité {unit}.',
    zh: '没有分队{unit}。',
    ru: 'Подразделения {unit} нет.',
  },
  'conduct.noSuchSite': {
    en: 'There is no site {site}.',
    fr: 'Il n’y a pas de site {site}.',
    zh: '没有场地{site}。',
    ru: 'Места {site} нет.',
  },
  'conduct.identifierTaken': {
    en: 'The identifier {name} already stands for something else.',
    fr: 'L’identifiant {name} désigne déjà autre chose.',
    zh: '标识{name}已用于其他事项。',
    ru: 'Обозначение {name} уже занято.',
  },

  'conduct.startexIsMissing': {
    en: 'STARTEX has not been declared.',
    fr: 'STARTEX n’a pas été déclaré.',
    zh: '尚未宣布演习开始（STARTEX）。',
    ru: 'Начало учения (STARTEX) не объявлено.',
  },
  'conduct.endexWasDeclared': {
    en: 'ENDEX has been declared.',
    fr: 'ENDEX a été déclaré.',
    zh: '已宣布演习结束（ENDEX）。',
    ru: 'Окончание учения (ENDEX) уже объявлено.',
  },
  'conduct.clockNotRunning': {
    en: 'Exercise time does not run: {clock, select, before {STARTEX has not been declared} paused {the exercise is paused} ended {ENDEX has been declared} other {it stands}}.',
    fr: 'Le temps d’exercice ne court pas : {clock, select, before {STARTEX n’a pas été déclaré} paused {l’exercice est en pause} ended {ENDEX a été déclaré} other {il est arrêté}}.',
    zh: '演习时间未在运行：{clock, select, before {尚未宣布演习开始} paused {演习已暂停} ended {已宣布演习结束} other {时钟停止}}。',
    ru: 'Учебное время не идёт: {clock, select, before {STARTEX не объявлен} paused {учение приостановлено} ended {ENDEX объявлен} other {часы стоят}}.',
  },
  'conduct.clockNotPaused': {
    en: 'The exercise is not paused.',
    fr: 'L’exercice n’est pas en pause.',
    zh: '演习并未暂停。',
    ru: 'Учение не приостановлено.',
  },
  'conduct.clockNeverGoesBack': {
    en: 'Exercise time never goes back.',
    fr: 'Le temps d’exercice ne recule jamais.',
    zh: '演习时间不能倒退。',
    ru: 'Учебное время назад не идёт.',
  },
  'conduct.exerciseIsPaused': {
    en: 'The exercise is paused.',
    fr: 'L’exercice est en pause.',
    zh: '演习已暂停。',
    ru: 'Учение приостановлено.',
  },

  'conduct.noSuchSerial': {
    en: 'There is no serial {serial}.',
    fr: 'Il n’y a pas de séquence {serial}.',
    zh: '没有课目{serial}。',
    ru: 'Эпизода {serial} нет.',
  },
  'conduct.serialChangedMeanwhile': {
    en: `Serial {serial} has changed meanwhile; it is ${serialIs.en}.`,
    fr: `La séquence {serial} a changé entre-temps ; état : ${serialIs.fr}.`,
    zh: `课目{serial}在此期间已有变化，目前状态：${serialIs.zh}。`,
    ru: `Эпизод {serial} тем временем изменился; сейчас он ${serialIs.ru}.`,
  },
  'conduct.serialNotPlanned': {
    en: `Serial {serial} cannot be called: it is ${serialIs.en}.`,
    fr: `La séquence {serial} ne peut être convoquée ; état : ${serialIs.fr}.`,
    zh: `无法召集课目{serial}，目前状态：${serialIs.zh}。`,
    ru: `Эпизод {serial} объявить нельзя: он ${serialIs.ru}.`,
  },
  'conduct.serialNotInPlan': {
    en: 'The plan does not hold serial {serial}.',
    fr: 'Le plan ne retient pas la séquence {serial}.',
    zh: '计划中未安排课目{serial}。',
    ru: 'Эпизода {serial} в плане нет.',
  },
  'conduct.serialNotCalled': {
    en: 'Serial {serial} has not been called.',
    fr: 'La séquence {serial} n’a pas été convoquée.',
    zh: '课目{serial}尚未召集。',
    ru: 'Эпизод {serial} не объявлен.',
  },
  'conduct.serialPastGoNoGo': {
    en: `Serial {serial} is past its go/no-go: it is ${serialIs.en}.`,
    fr: `La décision d’engagement de la séquence {serial} est passée ; état : ${serialIs.fr}.`,
    zh: `课目{serial}的开始确认已过，目前状态：${serialIs.zh}。`,
    ru: `Решение о начале эпизода {serial} уже позади: он ${serialIs.ru}.`,
  },
  'conduct.serialNotReady': {
    en: 'Serial {serial} is not ready{missing, plural, =0 {} other {; still to be signed: {missing}}}.',
    fr: 'La séquence {serial} n’est pas prête{missing, plural, =0 {} other { ; reste à signer : {missing}}}.',
    zh: '课目{serial}尚未就绪{missing, plural, =0 {} other {，待签字：{missing}}}。',
    ru: 'Эпизод {serial} не готов{missing, plural, =0 {} other {; не подписано: {missing}}}.',
  },
  'conduct.serialStandsStill': {
    en: 'Serial {serial} stands still{for, plural, =0 {} other { for {for}}}.',
    fr: 'La séquence {serial} est arrêtée{for, plural, =0 {} other { en raison de {for}}}.',
    zh: '课目{serial}已停止{for, plural, =0 {} other {，原因：{for}}}。',
    ru: 'Эпизод {serial} остановлен{for, plural, =0 {} other {; причина: {for}}}.',
  },
  'conduct.serialNotStopped': {
    en: `Serial {serial} does not stand still: it is ${serialIs.en}.`,
    fr: `La séquence {serial} n’est pas arrêtée ; état : ${serialIs.fr}.`,
    zh: `课目{serial}并未停止，目前状态：${serialIs.zh}。`,
    ru: `Эпизод {serial} не остановлен: он ${serialIs.ru}.`,
  },
  'conduct.serialNotRunning': {
    en: `Serial {serial} is not running: it is ${serialIs.en}.`,
    fr: `La séquence {serial} n’est pas en cours ; état : ${serialIs.fr}.`,
    zh: `课目{serial}未在进行，目前状态：${serialIs.zh}。`,
    ru: `Эпизод {serial} не идёт: он ${serialIs.ru}.`,
  },
  'conduct.serialHasEnded': {
    en: `Serial {serial} is past: it is ${serialIs.en}.`,
    fr: `La séquence {serial} est passée ; état : ${serialIs.fr}.`,
    zh: `课目{serial}已成过去，目前状态：${serialIs.zh}。`,
    ru: `Эпизод {serial} уже позади: он ${serialIs.ru}.`,
  },
  'conduct.serialUnderWay': {
    en: `Serial {serial} is under way (${serialIs.en}); it can be finished or cut short.`,
    fr: `La séquence {serial} est engagée (état : ${serialIs.fr}) ; elle peut être terminée ou écourtée.`,
    zh: `课目{serial}已在实施（${serialIs.zh}），可以结束或提前结束。`,
    ru: `Эпизод {serial} уже начат (${serialIs.ru}); его можно завершить или сократить.`,
  },
  'conduct.serialPastMoving': {
    en: `Serial {serial} can no longer be moved: it is ${serialIs.en}.`,
    fr: `La séquence {serial} ne peut plus être déplacée ; état : ${serialIs.fr}.`,
    zh: `课目{serial}不能再调整，目前状态：${serialIs.zh}。`,
    ru: `Эпизод {serial} перенести уже нельзя: он ${serialIs.ru}.`,
  },
  'conduct.serialNotObservable': {
    en: `Nothing can be observed of serial {serial}: it is ${serialIs.en}.`,
    fr: `Rien ne peut être observé de la séquence {serial} ; état : ${serialIs.fr}.`,
    zh: `课目{serial}无可观察内容，目前状态：${serialIs.zh}。`,
    ru: `Наблюдать по эпизоду {serial} нечего: он ${serialIs.ru}.`,
  },
  'conduct.partyNotInSerial': {
    en: 'The party {party} has nobody in the team of serial {serial}.',
    fr: 'La partie {party} n’a personne dans l’équipe de la séquence {serial}.',
    zh: '参与方{party}在课目{serial}的编组中没有人员。',
    ru: 'У стороны {party} нет людей в группе эпизода {serial}.',
  },
  'conduct.partyIsWithdrawn': {
    en: '{parties} {parties, plural, one {has} other {have}} been withdrawn from serial {serial} by the senior national representative.',
    fr: 'Le représentant national a retiré {parties} de la séquence {serial}.',
    zh: '国家高级代表已将{parties}撤出课目{serial}。',
    ru: 'Старший национальный представитель вывел {parties} из эпизода {serial}.',
  },
  'conduct.planChangesThePast': {
    en: 'The plan changes what has begun or is over: {serials}.',
    fr: 'Le plan modifie ce qui est commencé ou terminé : {serials}.',
    zh: '该计划改动了已开始或已结束的课目：{serials}。',
    ru: 'План меняет то, что уже начато или завершено: {serials}.',
  },
  'conduct.changeIsFrozen': {
    en: 'Serial {serial} starts within {hours, plural, one {# hour} other {# hours}}; such a change needs the consent that was agreed.',
    fr: 'La séquence {serial} commence dans moins de {hours, plural, one {# heure} many {# d’heures} other {# heures}} ; ce changement exige le consentement convenu.',
    zh: '课目{serial}将在{hours}小时内开始；此类变更须经约定的同意程序。',
    ru: 'До начала эпизода {serial} менее {hours, plural, one {# часа} few {# часов} many {# часов} other {# часа}}; такое изменение требует условленного согласия.',
  },
  'conduct.notYoursToSign': {
    en: 'This post does not sign for {role}.',
    fr: 'Ce poste ne signe pas pour {role}.',
    zh: '该岗位不负责签署{role}。',
    ru: 'Эта должность не подписывает {role}.',
  },
  'conduct.noSuchStop': {
    en: 'There is no STOP {stop}.',
    fr: 'Il n’y a pas de STOP {stop}.',
    zh: '没有停止令{stop}。',
    ru: 'Команды СТОП {stop} нет.',
  },
  'conduct.noSuchAlert': {
    en: 'There is no alert {alert}.',
    fr: 'Il n’y a pas d’alerte {alert}.',
    zh: '没有警报{alert}。',
    ru: 'Сигнала {alert} нет.',
  },

  'conduct.noSuchContingent': {
    en: 'There is no contingent {contingent}.',
    fr: 'Il n’y a pas de contingent {contingent}.',
    zh: '没有部队{contingent}。',
    ru: 'Контингента {contingent} нет.',
  },
  'conduct.contingentNotArrived': {
    en: 'Contingent {contingent} has not arrived.',
    fr: 'Le contingent {contingent} n’est pas arrivé.',
    zh: '部队{contingent}尚未到达。',
    ru: 'Контингент {contingent} не прибыл.',
  },
  'conduct.noSuchReceptionStep': {
    en: 'The reception of {contingent} has no step {step}.',
    fr: 'L’accueil de {contingent} n’a pas d’étape {step}.',
    zh: '{contingent}的接收程序没有第{step}步。',
    ru: 'В приёме {contingent} нет шага {step}.',
  },
  'conduct.receptionNotDone': {
    en: 'Of the reception of {contingent} {done} of {of, plural, one {# step is} other {# steps are}} done.',
    fr: 'Accueil de {contingent} : {done} sur {of, plural, one {# étape faite} many {# d’étapes faites} other {# étapes faites}}.',
    zh: '{contingent}的接收程序共{of}步，已完成{done}步。',
    ru: 'Приём {contingent}: выполнено {done} из {of, plural, one {# шага} few {# шагов} many {# шагов} other {# шага}}.',
  },
  'conduct.positionsAreOff': {
    en: 'Positions are off in this exercise.',
    fr: 'Les positions sont désactivées dans cet exercice.',
    zh: '本次演习未启用位置上报。',
    ru: 'Передача местоположения в этом учении отключена.',
  },

  'conduct.noSuchInject': {
    en: 'There is no inject {inject}.',
    fr: 'Il n’y a pas d’inject {inject}.',
    zh: '没有情况{inject}。',
    ru: 'Вводной {inject} нет.',
  },
  'conduct.injectChangedMeanwhile': {
    en: `Inject {inject} has changed meanwhile; it is ${injectIs.en}.`,
    fr: `L’inject {inject} a changé entre-temps ; état : ${injectIs.fr}.`,
    zh: `情况{inject}在此期间已有变化，目前状态：${injectIs.zh}。`,
    ru: `Вводная {inject} тем временем изменилась; сейчас она ${injectIs.ru}.`,
  },
  'conduct.injectNotApproved': {
    en: `Inject {inject} is not approved: it is ${injectIs.en}.`,
    fr: `L’inject {inject} n’est pas approuvé ; état : ${injectIs.fr}.`,
    zh: `情况{inject}未获批准，目前状态：${injectIs.zh}。`,
    ru: `Вводная {inject} не утверждена: она ${injectIs.ru}.`,
  },
  'conduct.injectNotDue': {
    en: 'Inject {inject} is not due; it can be called.',
    fr: 'L’inject {inject} n’est pas échu ; il peut être appelé.',
    zh: '情况{inject}尚未到时，可以临时调用。',
    ru: 'Срок вводной {inject} не наступил; её можно вызвать.',
  },
  'conduct.injectNotReleased': {
    en: `Inject {inject} has not been released: it is ${injectIs.en}.`,
    fr: `L’inject {inject} n’a pas été diffusé ; état : ${injectIs.fr}.`,
    zh: `情况{inject}尚未下达，目前状态：${injectIs.zh}。`,
    ru: `Вводная {inject} не выдана: она ${injectIs.ru}.`,
  },
  'conduct.injectNotStaged': {
    en: 'Inject {inject} is not staged.',
    fr: 'L’inject {inject} n’est pas mis en scène.',
    zh: '情况{inject}不是现场布设的。',
    ru: 'Вводная {inject} не разыгрывается на местности.',
  },
  'conduct.injectNotSet': {
    en: 'Inject {inject} has not been set.',
    fr: 'L’inject {inject} n’est pas en place.',
    zh: '情况{inject}尚未布设。',
    ru: 'Вводная {inject} не подготовлена на месте.',
  },
  'conduct.injectNotTranslated': {
    en: 'Inject {inject} has no checked text in a language of {for}.',
    fr: 'L’inject {inject} n’a pas de texte vérifié dans une langue de {for}.',
    zh: '情况{inject}没有{for}所用语言的校对文本。',
    ru: 'У вводной {inject} нет проверенного текста на языке для {for}.',
  },
  'conduct.injectStatusOrder': {
    en: 'Inject {inject} cannot go from {from} to {to}.',
    fr: 'L’inject {inject} ne peut passer de {from} à {to}.',
    zh: '情况{inject}不能由{from}转为{to}。',
    ru: 'Вводную {inject} нельзя перевести из {from} в {to}.',
  },
  'conduct.injectNotReviewed': {
    en: 'The release officer has not yet let inject {inject} go.',
    fr: 'L’officier de diffusion n’a pas encore autorisé l’inject {inject}.',
    zh: '发布官尚未批准情况{inject}。',
    ru: 'Ответственный за передачу сведений ещё не разрешил вводную {inject}.',
  },
  'conduct.injectReviewRefused': {
    en: 'The release officer has refused inject {inject}.',
    fr: 'L’officier de diffusion a refusé l’inject {inject}.',
    zh: '发布官已拒绝情况{inject}。',
    ru: 'Ответственный за передачу сведений отклонил вводную {inject}.',
  },
  'conduct.notYourInject': {
    en: 'A role player releases only injects of its own; {inject} is another’s.',
    fr: 'Un figurant ne diffuse que ses propres injects ; {inject} est à un autre.',
    zh: '扮演人员只能下达自己的情况；{inject}属于他人。',
    ru: 'Исполнитель роли выдаёт только свои вводные; {inject} — чужая.',
  },
} as const satisfies Catalogue;
