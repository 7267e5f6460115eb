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
  'server.notDirector': {
    en: 'Orders are given here by the local director of a simulated exercise only.',
    fr: 'Seul le directeur local d’un exercice simulé donne ici des ordres.',
    zh: '此处只有模拟演习的本地导演可以下达命令。',
    ru: 'Команды здесь даёт только местный руководитель имитации.',
  },
} as const satisfies Catalogue;
