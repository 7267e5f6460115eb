// What the command says beside the results of the rooms below it.
import type { Catalogue } from '../catalogue-type.ts';

export const cliWords = {
  'cli.counts': {
    en: '{parties, plural, one {# party} other {# parties}}, {units, plural, one {# unit} other {# units}}, {sites, plural, one {# site} other {# sites}}, {tasks, plural, one {# task} other {# tasks}}, {serials, plural, one {# serial} other {# serials}}, {injects, plural, one {# inject} other {# injects}} on {storylines, plural, one {# storyline} other {# storylines}}.',
    fr: '{parties, plural, one {# partie} many {# de parties} other {# parties}}, {units, plural, one {# unité} many {# d’unités} other {# unités}}, {sites, plural, one {# site} many {# de sites} other {# sites}}, {tasks, plural, one {# tâche} many {# de tâches} other {# tâches}}, {serials, plural, one {# séquence} many {# de séquences} other {# séquences}}, {injects, plural, one {# incident injecté} many {# d’incidents injectés} other {# incidents injectés}} sur {storylines, plural, one {# trame} many {# de trames} other {# trames}}.',
    zh: '{parties}个参演方，{units}个单位，{sites}个场地，{tasks}项任务，{serials}个课目，{storylines}条情节线上的{injects}条导调信息。',
    ru: '{parties, plural, one {# сторона} few {# стороны} many {# сторон} other {# стороны}}, {units, plural, one {# подразделение} few {# подразделения} many {# подразделений} other {# подразделения}}, {sites, plural, one {# объект} few {# объекта} many {# объектов} other {# объекта}}, {tasks, plural, one {# задача} few {# задачи} many {# задач} other {# задачи}}, {serials, plural, one {# эпизод} few {# эпизода} many {# эпизодов} other {# эпизода}}, {injects, plural, one {# вводная} few {# вводные} many {# вводных} other {# вводной}} по {storylines, plural, one {# сюжетной линии} few {# сюжетным линиям} many {# сюжетным линиям} other {# сюжетной линии}}.',
  },
  'cli.notes': {
    en: '{n, plural, one {# note, which is no fault:} other {# notes, which are no faults:}}',
    fr: '{n, plural, one {# remarque, qui n’est pas une faute :} other {# remarques, qui ne sont pas des fautes :}}',
    zh: '{n} 条提示(并非错误):',
    ru: '{n, plural, one {# замечание, не ошибка:} few {# замечания, не ошибки:} many {# замечаний, не ошибок:} other {# замечания, не ошибки:}}',
  },
  'cli.noFaults': {
    en: 'No faults.',
    fr: 'Aucune erreur.',
    zh: '没有错误。',
    ru: 'Ошибок нет.',
  },
  'cli.noFaultsAndPlanHolds': {
    en: 'No faults, and the plan holds.',
    fr: 'Aucune erreur, et le plan tient.',
    zh: '没有错误，计划成立。',
    ru: 'Ошибок нет, план соблюдает все правила.',
  },
  'cli.faults': {
    en: '{n, plural, one {# fault.} other {# faults.}}',
    fr: '{n, plural, one {# erreur.} many {# d’erreurs.} other {# erreurs.}}',
    zh: '{n}处错误。',
    ru: '{n, plural, one {# ошибка.} few {# ошибки.} many {# ошибок.} other {# ошибки.}}',
  },
  'cli.violations': {
    en: 'The plan breaks {n, plural, one {# rule.} other {rules # times.}}',
    fr: 'Le plan enfreint {n, plural, one {# règle.} many {les règles # de fois.} other {les règles # fois.}}',
    zh: '计划有{n}处违反规则。',
    ru: 'План нарушает правила: {n, plural, one {# раз.} few {# раза.} many {# раз.} other {# раза.}}',
  },
  'cli.incomplete': {
    en: 'The plan is incomplete: it breaks {n, plural, one {# rule} other {# rules}}. It cannot be adopted, and it does not show that there is no plan.',
    fr: 'Le plan est incomplet : il enfreint {n, plural, one {# règle} many {# de règles} other {# règles}}. Il ne peut pas être adopté, et il ne prouve pas qu’aucun plan n’existe.',
    zh: '计划不完整：违反{n}项规则。该计划不能被采纳，但也不能说明不存在可行计划。',
    ru: 'План неполный: он нарушает {n, plural, one {# правило} few {# правила} many {# правил} other {# правила}}. Его нельзя принять, но это не означает, что плана не существует.',
  },
  'cli.impossible': {
    en: 'There is no plan.',
    fr: 'Il n’existe pas de plan.',
    zh: '不存在可行计划。',
    ru: 'Плана не существует.',
  },
  'cli.written': {
    en: 'Written: {file}',
    fr: 'Écrit : {file}',
    zh: '已写入：{file}',
    ru: 'Записано: {file}',
  },
  'cli.listening': {
    en: 'Open {address} in a browser. Ctrl-C ends the service.',
    fr: 'Ouvrez {address} dans un navigateur. Ctrl-C met fin au service.',
    zh: '请在浏览器中打开 {address}。按 Ctrl-C 结束服务。',
    ru: 'Откройте {address} в браузере. Ctrl-C завершает работу.',
  },
  'cli.folderIsSilent': {
    en: 'The file system of {folder} has not answered for {seconds} s.',
    fr: 'Le système de fichiers de {folder} ne répond pas depuis {seconds} s.',
    zh: '{folder} 所在的文件系统 {seconds} 秒未响应。',
    ru: 'Файловая система папки {folder} не отвечает уже {seconds} с.',
  },
  'cli.maybeMount': {
    en: 'Maybe a network drive is gone; take a folder on a disk of this machine.',
    fr: 'Un lecteur réseau a peut-être disparu ; prenez un dossier sur un disque de cette machine.',
    zh: '也许网络驱动器已断开;请使用本机磁盘上的文件夹。',
    ru: 'Возможно, сетевой диск пропал; возьмите папку на диске этой машины.',
  },
  'cli.admitted': {
    en: '{person} opens {link} – good once, within a day.',
    fr: '{person} ouvre {link} – valable une fois, pendant un jour.',
    zh: '{person} 请打开 {link}(一日内仅可使用一次)。',
    ru: '{person} открывает {link} – действует один раз, в течение суток.',
  },
  'cli.system': {
    en: 'The machine refuses: {reason}.',
    fr: 'La machine refuse : {reason}.',
    zh: '系统拒绝了操作：{reason}。',
    ru: 'Система отказала: {reason}.',
  },
  'cli.bug': {
    en: 'This is a mistake of ours, not of yours. Please report it together with the lines below; CONTRIBUTING.md says how.',
    fr: 'C’est une erreur de notre fait, pas du vôtre. Merci de la signaler avec les lignes ci-dessous ; CONTRIBUTING.md indique comment.',
    zh: '这是我们的程序错误，不是您的操作问题。请连同以下内容一并报告；方法见 CONTRIBUTING.md。',
    ru: 'Это наша ошибка, а не ваша. Пожалуйста, сообщите о ней вместе со строками ниже; как это сделать, сказано в CONTRIBUTING.md.',
  },
} as const satisfies Catalogue;
