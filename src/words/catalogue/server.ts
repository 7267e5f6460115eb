// What the server says when it cannot give what was asked for.
import type { Catalogue } from '../catalogue-type.ts';

export const serverWords = {
  'server.pageIsComing': {
    en: 'The page is being built, as on every first start. It appears here by itself in a few seconds.',
    fr: 'La page est en construction, comme à chaque premier démarrage. Elle apparaît ici d’elle-même dans quelques secondes.',
    zh: '首次启动时需要构建页面,几秒钟后会自动显示。',
    ru: 'Страница собирается, как при каждом первом запуске. Через несколько секунд она появится здесь сама.',
  },
  'server.malformed': {
    en: 'The request is not of the agreed form: {fields}.',
    fr: "La demande n'a pas la forme convenue : {fields}.",
    zh: '请求不符合约定格式:{fields}。',
    ru: 'Запрос не соответствует согласованной форме: {fields}.',
  },
  'server.tooLarge': {
    en: 'The request is too large: at most {most} bytes are read.',
    fr: 'La demande est trop volumineuse : {most} octets au plus sont lus.',
    zh: '请求过大:最多读取 {most} 字节。',
    ru: 'Запрос слишком велик: читается не более {most} байт.',
  },
  'server.noSuchProduct': {
    en: 'There is no product {product}.',
    fr: 'Il n’existe pas de produit {product}.',
    zh: '没有产品 {product}。',
    ru: 'Документа {product} нет.',
  },
  'server.noSuchAddress': {
    en: 'There is nothing at {path}.',
    fr: 'Il n’y a rien à {path}.',
    zh: '{path} 处没有内容。',
    ru: 'По адресу {path} ничего нет.',
  },
  'server.bug': {
    en: 'This is a mistake of ours; the server has written it down.',
    fr: 'C’est une erreur de notre part ; le serveur l’a consignée.',
    zh: '这是我们的错误;服务器已记录。',
    ru: 'Это наша ошибка; сервер её записал.',
  },
  'server.portTaken': {
    en: 'Port {port} is taken.',
    fr: 'Le port {port} est occupé.',
    zh: '端口 {port} 已被占用。',
    ru: 'Порт {port} занят.',
  },
  'server.anotherPort': {
    en: 'Maybe use another one: --port {port}.',
    fr: 'Peut-être un autre : --port {port}.',
    zh: '也许换一个:--port {port}。',
    ru: 'Возможно, другой: --port {port}.',
  },
  'server.notAsThisReader': {
    en: 'You cannot see as {reader}.',
    fr: 'Vous ne pouvez pas voir comme {reader}.',
    zh: '您不能以 {reader} 的身份查看。',
    ru: 'Вы не можете смотреть как {reader}.',
  },
  'server.notYetReadable': {
    en: 'There is nothing yet that this reader may read.',
    fr: 'Il n’y a encore rien que ce lecteur puisse lire.',
    zh: '尚无该读者可阅读的内容。',
    ru: 'Пока нет ничего, что может читать этот читатель.',
  },
  'server.notSimulated': {
    en: 'Only simulated play can be steered.',
    fr: 'Seul un jeu simulé peut être piloté.',
    zh: '只有模拟演练可以控制进度。',
    ru: 'Управлять ходом можно только в имитации.',
  },
  'server.noSuchLanguage': {
    en: 'There are no products in {language}; there are in {known}.',
    fr: 'Pas de produits en {language} ; il y en a en {known}.',
    zh: '没有 {language} 的产品;可用:{known}。',
    ru: 'Документов на языке {language} нет; есть на {known}.',
  },
  'server.noPlanYet': { en: 'There is no plan yet.', fr: 'Il n’y a pas encore de plan.', zh: '尚无计划。', ru: 'Плана ещё нет.' },
  'server.notAdmitted': {
    en: 'Nobody knows here who you are, so you can give no order.',
    fr: 'Personne ne sait ici qui vous êtes : vous ne pouvez pas donner d’ordre.',
    zh: '此处无法确认您的身份,因此您不能下达命令。',
    ru: 'Здесь неизвестно, кто вы, поэтому команд вы давать не можете.',
  },
  'server.maybeBeAdmitted': {
    en: 'Maybe ask whoever runs the server for a link (entente admit). In an emergency use radio or telephone.',
    fr: 'Demandez peut-être un lien à la personne qui exploite le serveur (entente admit). En cas d’urgence : radio ou téléphone.',
    zh: '也许可向服务器运行者索取链接(entente admit)。紧急情况请使用电台或电话。',
    ru: 'Возможно, попросите ссылку у того, кто ведёт сервер (entente admit). В чрезвычайном случае — радио или телефон.',
  },
  'server.codeNotGood': {
    en: 'This link is no longer good: it was used, taken back, or is older than a day.',
    fr: 'Ce lien n’est plus valable : il a servi, a été retiré, ou date de plus d’un jour.',
    zh: '该链接已失效:已被使用、已被收回或超过一天。',
    ru: 'Ссылка больше не действует: она использована, отозвана или ей больше суток.',
  },
  'server.notYourPost': {
    en: 'You do not hold the post {post}; you hold: {posts}.',
    fr: 'Vous n’occupez pas le poste {post} ; vous occupez : {posts}.',
    zh: '您不担任岗位 {post};您担任:{posts}。',
    ru: 'Вы не занимаете должность {post}; вы занимаете: {posts}.',
  },
  'server.notYoursToGive': {
    en: 'The post {post} gives no posts to people; co-directors, senior national representatives and the chief controller do.',
    fr: 'Le poste {post} n’attribue pas de postes ; le font les codirecteurs, les représentants nationaux principaux et le contrôleur en chef.',
    zh: '岗位 {post} 无权任命;可任命者为联合导演、国家高级代表和总控制员。',
    ru: 'Должность {post} не назначает людей; это делают соруководители, старшие национальные представители и главный посредник.',
  },
} as const satisfies Catalogue;
