// What keeps a log from being stored: the lease, the clock, the disk, the file, and events of other origins.
import type { Catalogue } from '../catalogue-type.ts';

export const storeWords = {
  'store.timeNotLater': {
    en: 'A change at {time} is not later than the clock of its origin, {clock}.',
    fr: 'Un changement daté de {time} n’est pas postérieur à l’horloge de son origine, {clock}.',
    zh: '变更时间{time}不晚于其来源的时钟{clock}。',
    ru: 'Изменение с временем {time} не позже часов своего узла: {clock}.',
  },
  'store.leaseHeld': {
    en: '{holder} decides for this exercise here, for another {seconds, plural, one {# second} other {# seconds}}.',
    fr: '{holder} décide ici pour cet exercice, encore {seconds, plural, one {# seconde} many {# secondes} other {# secondes}}.',
    zh: '此处本演习由{holder}负责处理，尚余{seconds}秒。',
    ru: 'Решения по этому учению здесь принимает {holder}, ещё {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
  },
  'store.waitOrTakeOver': {
    en: 'Maybe end the other process, or wait until its time has run out.',
    fr: 'Peut-être arrêter l’autre processus, ou attendre la fin de son délai.',
    zh: '也许应结束另一进程，或等待其时限届满。',
    ru: 'Возможно, стоит завершить другой процесс или подождать, пока выйдет его срок.',
  },
  'store.leaseLost': {
    en: '{holder} no longer decides here: grant {fence, plain} was followed by {current, plain}, of {by}.',
    fr: '{holder} ne décide plus ici : l’attribution {fence, plain} a été suivie de la {current, plain}, à {by}.',
    zh: '{holder}已不再在此负责处理：第{fence, plain}次授权之后已有第{current, plain}次，归{by}。',
    ru: '{holder} здесь больше не решает: после права {fence, plain} выдано {current, plain}, держатель: {by}.',
  },
  'store.decideElsewhere': {
    en: 'Maybe send the order to the process that decides now.',
    fr: 'Peut-être envoyer l’ordre au processus qui décide maintenant.',
    zh: '也许应将命令发送给当前负责的进程。',
    ru: 'Возможно, команду стоит отправить процессу, который решает сейчас.',
  },
  'store.closed': {
    en: 'The log is closed.',
    fr: 'Le journal est fermé.',
    zh: '日志已关闭。',
    ru: 'Журнал закрыт.',
  },
  'store.diskFull': {
    en: 'The disk is full; nothing of the change was written to {file}.',
    fr: 'Le disque est plein ; rien du changement n’a été écrit dans {file}.',
    zh: '磁盘已满；变更未写入{file}。',
    ru: 'Диск полон; из этого изменения в {file} ничего не записано.',
  },
  'store.makeRoom': {
    en: 'Maybe make room and send the order again; it is not done twice.',
    fr: 'Peut-être libérer de l’espace et renvoyer l’ordre ; il ne sera pas exécuté deux fois.',
    zh: '也许应腾出空间后重新发送命令；命令不会执行两次。',
    ru: 'Возможно, стоит освободить место и повторить команду: дважды она не выполнится.',
  },
  'store.locked': {
    en: 'Another process holds {file}.',
    fr: 'Un autre processus occupe {file}.',
    zh: '另一进程占用{file}。',
    ru: 'Файл {file} занят другим процессом.',
  },
  'store.readOnly': {
    en: '{file} may only be read.',
    fr: '{file} est en lecture seule.',
    zh: '{file}为只读。',
    ru: '{file} доступен только для чтения.',
  },
  'store.cannotOpen': {
    en: '{file} cannot be opened or made.',
    fr: '{file} ne peut être ni ouvert ni créé.',
    zh: '无法打开或创建{file}。',
    ru: '{file} не удаётся ни открыть, ни создать.',
  },
  'store.checkFolder': {
    en: 'Maybe its folder does not exist, or may not be written to.',
    fr: 'Peut-être son dossier n’existe-t-il pas, ou n’est-il pas accessible en écriture.',
    zh: '也许其文件夹不存在或不可写入。',
    ru: 'Возможно, папки нет или в неё нельзя писать.',
  },
  'store.fails': {
    en: 'Reading or writing {file} failed.',
    fr: 'La lecture ou l’écriture de {file} a échoué.',
    zh: '读写{file}失败。',
    ru: 'Не удалось прочитать или записать {file}.',
  },
  'store.isNone': {
    en: '{file} is not the log of an exercise.',
    fr: '{file} n’est pas le journal d’un exercice.',
    zh: '{file}不是演习日志。',
    ru: '{file} — не журнал учения.',
  },
  'store.damaged': {
    en: '{file} is damaged.',
    fr: '{file} est endommagé.',
    zh: '{file}已损坏。',
    ru: '{file} повреждён.',
  },
  'store.restoreCopy': {
    en: 'Maybe restore a copy; an exported log file shows by itself whether it is whole.',
    fr: 'Peut-être restaurer une copie ; un journal exporté montre de lui-même s’il est entier.',
    zh: '也许应恢复副本；导出的日志文件自身即可表明是否完整。',
    ru: 'Возможно, стоит восстановить копию; выгруженный журнал сам показывает, цел ли он.',
  },
  'store.newer': {
    en: '{file} was written by a newer release: form {version, plain}, known here up to {known, plain}.',
    fr: '{file} a été écrit par une version plus récente : forme {version, plain}, connue ici jusqu’à {known, plain}.',
    zh: '{file}由较新版本写成：格式{version, plain}，此处最高支持{known, plain}。',
    ru: '{file} записан более новой версией: вид {version, plain}, здесь известен до {known, plain}.',
  },
  'store.ofOtherExercise': {
    en: '{file} holds the log of exercise {found}, not of {wanted}.',
    fr: '{file} contient le journal de l’exercice {found}, et non de {wanted}.',
    zh: '{file}存放的是演习{found}的日志，而非{wanted}。',
    ru: 'В {file} журнал учения {found}, а не {wanted}.',
  },
  'store.ofOtherOrigin': {
    en: '{file} belongs to {found}, not to {wanted}.',
    fr: '{file} relève de {found}, et non de {wanted}.',
    zh: '{file}属于{found}，而非{wanted}。',
    ru: '{file} принадлежит узлу {found}, а не {wanted}.',
  },
  'store.notWiped': {
    en: 'What was erased is gone from the log, but its bytes could not yet be wiped from the disk: {reason}.',
    fr: 'Ce qui a été effacé a quitté le journal, mais ses octets n’ont pas encore pu être éliminés du disque : {reason}.',
    zh: '已删除的内容不再见于日志，但其字节尚未能从磁盘清除：{reason}。',
    ru: 'Стёртого в журнале больше нет, но его байты с диска убрать пока не удалось: {reason}.',
  },
  'store.importForks': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} differs from the one held here under that number.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} diffère de celui détenu ici sous ce numéro.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件与此处所存同号事件不同。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} отличается от хранимого здесь под тем же номером.',
  },
  'store.importOfOwn': {
    en: 'Event {sequence, plain} of stream {stream} would be new, yet it claims to be of this origin, {origin}.',
    fr: 'L’événement {sequence, plain} du flux {stream} serait nouveau, et se dit pourtant de cette origine, {origin}.',
    zh: '流{stream}第{sequence, plain}号事件为新事件，却自称出自本来源{origin}。',
    ru: 'Событие {sequence, plain} потока {stream} было бы новым, но назвалось событием этого узла, {origin}.',
  },
  'store.importGap': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} does not follow event {held, plain}, the last one held here.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} ne suit pas l’événement {held, plain}, le dernier détenu ici.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件与此处最后的第{held, plain}号事件不相接。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} не следует за {held, plain}, последним из хранимых здесь.',
  },
  'store.importAltered': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} does not agree with its own hash.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} ne concorde pas avec sa propre empreinte.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件与其自身哈希值不符。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} не сходится с собственным хешем.',
  },
} as const satisfies Catalogue;
