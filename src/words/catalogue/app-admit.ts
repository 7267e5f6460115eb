// What is said of admitting people to a real exercise, and of taking in what another origin has exported.
import type { Catalogue } from '../catalogue-type.ts';

export const appAdmitWords = {
  'app.nobodyIsAdmitted': {
    en: 'This exercise is simulated: whoever opens it on this machine is its local director, and nobody need be admitted.',
    fr: 'Cet exercice est simulé : quiconque l’ouvre sur cette machine en est le directeur local, personne n’a besoin d’être admis.',
    zh: '这是模拟演习:在本机打开者即为本地导演,无需准入。',
    ru: 'Это имитация: кто открывает её на этой машине, тот и местный руководитель; допускать никого не нужно.',
  },
  'app.noSuchPerson': {
    en: 'The document has no person {person}.',
    fr: 'Le document ne connaît pas de personne {person}.',
    zh: '文件中没有人员 {person}。',
    ru: 'В документе нет лица {person}.',
  },
  'app.maybePerson': {
    en: 'Maybe {person}.',
    fr: 'Peut-être {person}.',
    zh: '也许是 {person}。',
    ru: 'Возможно, {person}.',
  },
  'app.logOfOtherExercise': {
    en: '{file} is a log of “{found}”; this data folder holds “{wanted}”.',
    fr: '{file} est un journal de « {found} » ; ce dossier contient « {wanted} ».',
    zh: '{file} 是“{found}”的日志;该数据文件夹属于“{wanted}”。',
    ru: '{file} – журнал «{found}»; в этой папке данных «{wanted}».',
  },
  'app.imported': {
    en: '{added, plural, one {# event} other {# events}} taken in; {already, plural, =0 {none was} one {# was} other {# were}} here already.',
    fr: '{added, plural, one {# événement repris} many {# événements repris} other {# événements repris}} ; {already, plural, =0 {aucun ne se trouvait} one {# se trouvait} many {# se trouvaient} other {# se trouvaient}} déjà ici.',
    zh: '已纳入 {added} 个事件;其中 {already} 个此前已有。',
    ru: 'Принято событий: {added}; уже было здесь: {already}.',
  },
  'app.importedAhead': {
    en: 'They lie up to {seconds} s further ahead than the clock here follows; that is recorded.',
    fr: 'Ils sont en avance de {seconds} s au plus sur ce que suit l’horloge d’ici ; c’est consigné.',
    zh: '其时间最多超前本地时钟可跟随范围 {seconds} 秒,已记录。',
    ru: 'Они опережают здешние часы больше допустимого, не более чем на {seconds} с; это записано.',
  },
  'app.handedToServer': {
    en: 'Another process keeps this log; the file is handed to it.',
    fr: 'Un autre processus tient ce journal ; le fichier lui est remis.',
    zh: '另一进程正在维护此日志；文件已交给它。',
    ru: 'Этот журнал ведёт другой процесс; файл передан ему.',
  },
  'app.importNotAnswered': {
    en: 'The server took {file} and has not said what came of it; import it again to know: events come in once.',
    fr: 'Le serveur a pris {file} et n’a pas dit ce qu’il en est advenu ; importez-le de nouveau pour le savoir : un événement n’entre qu’une fois.',
    zh: '服务器已接收 {file}，但未告知结果；可再次导入以确认：事件只会纳入一次。',
    ru: 'Сервер взял {file} и не сообщил, что из этого вышло; чтобы узнать, импортируйте ещё раз: событие принимается один раз.',
  },
  'app.admissionWithdrawn': {
    en: '{n, plural, =0 {Nothing was there to take back from {person}.} one {# link or sign-in of {person} was taken back.} other {# links and sign-ins of {person} were taken back.}}',
    fr: '{n, plural, =0 {Rien à retirer à {person}.} one {# lien ou connexion de {person} a été retiré.} other {# liens et connexions de {person} ont été retirés.}}',
    zh: '{n, plural, =0 {{person} 没有可收回的链接。} other {已收回 {person} 的 # 个链接或登录。}}',
    ru: '{n, plural, =0 {У {person} нечего отзывать.} one {Отозвана # ссылка или вход {person}.} few {Отозваны # ссылки и входа {person}.} many {Отозвано # ссылок и входов {person}.} other {Отозвано # ссылок и входов {person}.}}',
  },
} as const satisfies Catalogue;
