// What may be wrong with a log, its file and its store, and what verifying a log file has found.
import type { Catalogue } from '../catalogue-type.ts';

export const logWords = {
  // The file as a whole.
  'log.emptyFile': {
    en: 'The file is empty.',
    fr: 'Le fichier est vide.',
    zh: '文件为空。',
    ru: 'Файл пуст.',
  },
  'log.notALogFile': {
    en: 'The first line is no manifest of a log file.',
    fr: 'La première ligne n’est pas le manifeste d’un fichier de journal.',
    zh: '首行不是日志文件的清单。',
    ru: 'Первая строка — не опись файла журнала.',
  },
  'log.manifestUnreadable': {
    en: 'The manifest on the first line cannot be read.',
    fr: 'Le manifeste de la première ligne est illisible.',
    zh: '首行的清单无法读取。',
    ru: 'Опись в первой строке не читается.',
  },
  'log.manifestAltered': {
    en: 'The manifest was altered: its digest does not cover it.',
    fr: 'Le manifeste a été modifié : son empreinte ne le couvre pas.',
    zh: '清单被改动：其摘要与内容不符。',
    ru: 'Опись изменена: её хеш с ней не сходится.',
  },
  'log.manifestRepeatsStream': {
    en: 'The manifest lists stream {stream} of {origin} twice.',
    fr: 'Le manifeste cite deux fois le flux {stream} de {origin}.',
    zh: '清单两次列出{origin}的流{stream}。',
    ru: 'В описи дважды указан поток {stream} узла {origin}.',
  },
  'log.manifestAgain': {
    en: 'A second manifest stands among the events.',
    fr: 'Un second manifeste se trouve parmi les événements.',
    zh: '事件之间又出现一份清单。',
    ru: 'Среди событий стоит вторая опись.',
  },
  'log.newerFormat': {
    en: 'The log file has format {version, plain}; the newest known here is {known, plain}. Nothing more was read.',
    fr: 'Le fichier de journal est au format {version, plain} ; le plus récent connu ici est {known, plain}. Rien d’autre n’a été lu.',
    zh: '日志文件的格式版本为{version, plain}；此处所知最新版本为{known, plain}。其余内容未读取。',
    ru: 'Формат файла журнала — {version, plain}; новейший известный здесь — {known, plain}. Дальше ничего не прочитано.',
  },
  'log.useNewerRelease': {
    en: 'Maybe read it with a newer release.',
    fr: 'Peut-être le lire avec une version plus récente.',
    zh: '也许应使用较新的版本读取。',
    ru: 'Возможно, его прочитает более новая версия.',
  },
  'log.documentDiffers': {
    en: 'The log belongs to a document with hash {found}, not {expected}.',
    fr: 'Le journal appartient à un document d’empreinte {found}, et non {expected}.',
    zh: '日志所属文件的哈希值为{found}，而非{expected}。',
    ru: 'Журнал относится к документу с хешем {found}, а не {expected}.',
  },

  // Single lines.
  'log.unreadableLine': {
    en: 'The line is no event.',
    fr: 'La ligne n’est pas un événement.',
    zh: '该行不是事件。',
    ru: 'Строка — не событие.',
  },
  'log.halfWrittenLine': {
    en: 'The last line is only half there.',
    fr: 'La dernière ligne est incomplète.',
    zh: '最后一行不完整。',
    ru: 'Последняя строка записана не до конца.',
  },
  'log.binaryLine': {
    en: 'The line holds bytes that are no text.',
    fr: 'La ligne contient des octets qui ne sont pas du texte.',
    zh: '该行含有非文本字节。',
    ru: 'В строке есть байты, которые не являются текстом.',
  },
  'log.emptyLine': {
    en: 'The line is empty.',
    fr: 'La ligne est vide.',
    zh: '该行为空。',
    ru: 'Строка пуста.',
  },

  // Streams and their chains.
  'log.streamNotInManifest': {
    en: 'Stream {stream} of {origin} is not in the manifest.',
    fr: 'Le flux {stream} de {origin} n’est pas dans le manifeste.',
    zh: '{origin}的流{stream}不在清单中。',
    ru: 'Потока {stream} узла {origin} нет в описи.',
  },
  'log.streamKeyNotCanonical': {
    en: '“{stream}” of {origin} is not a class written in its one form.',
    fr: '« {stream} » de {origin} n’est pas une classe écrite sous sa forme unique.',
    zh: '{origin}的“{stream}”不是规范写法的密级类别。',
    ru: '«{stream}» узла {origin} — не класс в его единственной записи.',
  },
  'log.missing': {
    en: 'Stream {stream} of {origin}: before this line {n, plural, one {event {from, plain} is} other {events {from, plain} to {to, plain} are}} missing.',
    fr: 'Flux {stream} de {origin} : avant cette ligne, {n, plural, one {l’événement {from, plain} manque} other {les événements {from, plain} à {to, plain} manquent}}.',
    zh: '{origin}的流{stream}：此行之前缺少{n, plural, =1 {第{from, plain}号事件} other {第{from, plain}至{to, plain}号事件}}。',
    ru: 'Поток {stream} узла {origin}: перед этой строкой {n, plural, =1 {недостаёт события {from, plain}} one {недостаёт событий {from, plain}–{to, plain}} few {недостаёт событий {from, plain}–{to, plain}} many {недостаёт событий {from, plain}–{to, plain}} other {недостаёт событий {from, plain}–{to, plain}}}.',
  },
  'log.cutHead': {
    en: 'Stream {stream} of {origin} is cut at its beginning: {n, plural, one {event {from, plain} is} other {events {from, plain} to {to, plain} are}} missing.',
    fr: 'Le flux {stream} de {origin} est coupé au début : {n, plural, one {l’événement {from, plain} manque} other {les événements {from, plain} à {to, plain} manquent}}.',
    zh: '{origin}的流{stream}开头被截去：缺少{n, plural, =1 {第{from, plain}号事件} other {第{from, plain}至{to, plain}号事件}}。',
    ru: 'Поток {stream} узла {origin} обрезан в начале: {n, plural, =1 {недостаёт события {from, plain}} one {недостаёт событий {from, plain}–{to, plain}} few {недостаёт событий {from, plain}–{to, plain}} many {недостаёт событий {from, plain}–{to, plain}} other {недостаёт событий {from, plain}–{to, plain}}}.',
  },
  'log.cutTail': {
    en: 'Stream {stream} of {origin} is cut at its end: {n, plural, one {event {from, plain} is} other {events {from, plain} to {to, plain} are}} missing.',
    fr: 'Le flux {stream} de {origin} est coupé à la fin : {n, plural, one {l’événement {from, plain} manque} other {les événements {from, plain} à {to, plain} manquent}}.',
    zh: '{origin}的流{stream}末尾被截去：缺少{n, plural, =1 {第{from, plain}号事件} other {第{from, plain}至{to, plain}号事件}}。',
    ru: 'Поток {stream} узла {origin} обрезан в конце: {n, plural, =1 {недостаёт события {from, plain}} one {недостаёт событий {from, plain}–{to, plain}} few {недостаёт событий {from, plain}–{to, plain}} many {недостаёт событий {from, plain}–{to, plain}} other {недостаёт событий {from, plain}–{to, plain}}}.',
  },
  'log.fetchAgain': {
    en: 'Maybe the file was cut while it was written or sent; fetch it again from its origin.',
    fr: 'Peut-être le fichier a-t-il été coupé pendant l’écriture ou l’envoi ; le reprendre à l’origine.',
    zh: '也许文件在写入或传送时被截断；请从来源重新获取。',
    ru: 'Возможно, файл оборвался при записи или передаче; получите его заново от источника.',
  },
  'log.headerAltered': {
    en: 'Event {sequence, plain} of stream {stream} of {origin}: the header was altered, its hash is {found} and should be {expected}.',
    fr: 'Événement {sequence, plain} du flux {stream} de {origin} : l’en-tête a été modifié, son empreinte est {found} au lieu de {expected}.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件：头部被改动，其哈希值为{found}，应为{expected}。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin}: заголовок изменён, его хеш {found}, а должен быть {expected}.',
  },
  'log.hashAltered': {
    en: 'Event {sequence, plain} of stream {stream} of {origin}: the stored hash {found} was altered, it should be {expected}.',
    fr: 'Événement {sequence, plain} du flux {stream} de {origin} : l’empreinte enregistrée {found} a été modifiée, elle devrait être {expected}.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件：所存哈希值{found}被改动，应为{expected}。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin}: записанный хеш {found} изменён, должен быть {expected}.',
  },
  'log.payloadAltered': {
    en: 'Event {sequence, plain} of stream {stream} of {origin}: the content was altered, its digest is {found} and should be {expected}.',
    fr: 'Événement {sequence, plain} du flux {stream} de {origin} : le contenu a été modifié, son empreinte est {found} au lieu de {expected}.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件：内容被改动，其摘要为{found}，应为{expected}。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin}: содержание изменено, его хеш {found}, а должен быть {expected}.',
  },
  'log.repeated': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} stands here a second time.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} figure ici une seconde fois.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件在此重复出现。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} стоит здесь второй раз.',
  },
  'log.conflicting': {
    en: 'A second, different event {sequence, plain} of stream {stream} of {origin} stands here.',
    fr: 'Un second événement {sequence, plain}, différent, du flux {stream} de {origin} figure ici.',
    zh: '此处为{origin}的流{stream}中另一个不同的第{sequence, plain}号事件。',
    ru: 'Здесь стоит второе, другое событие {sequence, plain} потока {stream} узла {origin}.',
  },
  'log.outOfOrder': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} should come before line {after, plain}.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} devrait précéder la ligne {after, plain}.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件应位于第{after, plain}行之前。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} должно стоять раньше строки {after, plain}.',
  },
  'log.outOfSequence': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} comes after a later one.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} suit un événement de numéro plus grand.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件位于编号更大的事件之后。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} стоит после более позднего.',
  },
  'log.beyondManifest': {
    en: 'Stream {stream} of {origin} has {found, plain} events; the manifest says {stated, plain}.',
    fr: 'Le flux {stream} de {origin} compte {found, plain} événements ; le manifeste en annonce {stated, plain}.',
    zh: '{origin}的流{stream}有{found, plain}个事件；清单所列为{stated, plain}个。',
    ru: 'В потоке {stream} узла {origin} событий: {found, plain}; в описи: {stated, plain}.',
  },
  'log.headDiffers': {
    en: 'Stream {stream} of {origin} ends with hash {found}; the manifest says {expected}.',
    fr: 'Le flux {stream} de {origin} se termine par l’empreinte {found} ; le manifeste annonce {expected}.',
    zh: '{origin}的流{stream}末尾哈希值为{found}；清单所列为{expected}。',
    ru: 'Поток {stream} узла {origin} кончается хешем {found}; в описи указан {expected}.',
  },
  'log.signatureInvalid': {
    en: 'Event {sequence, plain} of stream {stream} of {origin}: the signature is not that of key {key}.',
    fr: 'Événement {sequence, plain} du flux {stream} de {origin} : la signature n’est pas celle de la clé {key}.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件：签名与密钥{key}不符。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin}: подпись не от ключа {key}.',
  },

  // Erasure.
  'log.payloadGone': {
    en: 'Event {sequence, plain} of stream {stream} of {origin}: the content is gone, and no order to erase it is in the log.',
    fr: 'Événement {sequence, plain} du flux {stream} de {origin} : le contenu a disparu, sans ordre d’effacement dans le journal.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件：内容缺失，日志中没有删除命令。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin}: содержания нет, а распоряжения стереть его в журнале нет.',
  },
  'log.erasedButPresent': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} was ordered to be erased; its content is still here.',
    fr: 'L’effacement de l’événement {sequence, plain} du flux {stream} de {origin} a été ordonné ; son contenu est encore là.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件已下令删除，但内容仍在。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} приказано стереть, но его содержание ещё здесь.',
  },
  'log.erasesNothing': {
    en: 'An erasure names event {sequence, plain} of stream {stream} of {origin}, and there is none before it.',
    fr: 'Un effacement vise l’événement {sequence, plain} du flux {stream} de {origin}, qui n’existe pas avant lui.',
    zh: '删除命令指向{origin}的流{stream}第{sequence, plain}号事件，而此前并无该事件。',
    ru: 'Распоряжение стереть называет событие {sequence, plain} потока {stream} узла {origin}, а раньше такого нет.',
  },
  'log.erasesAnOrder': {
    en: 'Event {sequence, plain} of stream {stream} of {origin} is itself an order to erase, and stays.',
    fr: 'L’événement {sequence, plain} du flux {stream} de {origin} est lui-même un ordre d’effacement et demeure.',
    zh: '{origin}的流{stream}第{sequence, plain}号事件本身即为删除命令，须保留。',
    ru: 'Событие {sequence, plain} потока {stream} узла {origin} само является распоряжением стереть и остаётся.',
  },
  'log.erasureElsewhere': {
    en: 'In stream {stream} of {origin} an erasure names an event of another stream; it belongs in that one.',
    fr: 'Dans le flux {stream} de {origin}, un effacement vise un événement d’un autre flux ; il doit y figurer.',
    zh: '{origin}的流{stream}中的删除命令指向另一流的事件；该命令应写入那一流。',
    ru: 'В потоке {stream} узла {origin} распоряжение стереть называет событие другого потока; ему место в том потоке.',
  },
  'log.erasureUnreadable': {
    en: 'In stream {stream} of {origin} an erasure does not say which event it means.',
    fr: 'Dans le flux {stream} de {origin}, un effacement ne dit pas quel événement il vise.',
    zh: '{origin}的流{stream}中的删除命令未说明所指事件。',
    ru: 'В потоке {stream} узла {origin} распоряжение стереть не говорит, какое событие имеется в виду.',
  },
  'log.erasureNeedsTwo': {
    en: 'In stream {stream} of {origin} an erasure is not ordered by two people.',
    fr: 'Dans le flux {stream} de {origin}, un effacement n’est pas ordonné par deux personnes.',
    zh: '{origin}的流{stream}中的删除命令未由两人下达。',
    ru: 'В потоке {stream} узла {origin} стереть распорядились не двое.',
  },

  // What verifying says.
  'log.saysNoManifest': {
    en: 'No manifest: what should be in this file is not known.',
    fr: 'Pas de manifeste : on ignore ce que ce fichier devrait contenir.',
    zh: '无清单：无从得知此文件应含何内容。',
    ru: 'Описи нет: неизвестно, что должно быть в этом файле.',
  },
  'log.saysManifest': {
    en: 'Log of exercise {exercise} as {reader} reads it; {streams, plural, one {# stream} other {# streams}}.',
    fr: 'Journal de l’exercice {exercise} tel que le lit {reader} ; {streams, plural, one {# flux} many {# flux} other {# flux}}.',
    zh: '演习{exercise}的日志，读者为{reader}；共{streams}个流。',
    ru: 'Журнал учения {exercise}, как его читает {reader}; {streams, plural, one {# поток} few {# потока} many {# потоков} other {# потока}}.',
  },
  'log.saysEvents': {
    en: '{events, plural, one {# event} other {# events}} read.',
    fr: '{events, plural, one {# événement lu} many {# événements lus} other {# événements lus}}.',
    zh: '已读取{events}个事件。',
    ru: 'Прочитано: {events, plural, one {# событие} few {# события} many {# событий} other {# события}}.',
  },
  'log.saysUnbroken': {
    en: 'Unbroken: in every stream each event links to the one before it.',
    fr: 'Intact : dans chaque flux, tout événement s’enchaîne au précédent.',
    zh: '链条完整：各流中每个事件均与前一事件相连。',
    ru: 'Цепь цела: в каждом потоке каждое событие связано с предыдущим.',
  },
  'log.saysBroken': {
    en: 'Broken: not every event links to the one before it.',
    fr: 'Rompu : certains événements ne s’enchaînent pas au précédent.',
    zh: '链条断裂：并非每个事件都与前一事件相连。',
    ru: 'Цепь разорвана: не каждое событие связано с предыдущим.',
  },
  'log.saysComplete': {
    en: 'Complete against its manifest.',
    fr: 'Complet au regard de son manifeste.',
    zh: '与清单相符，内容完整。',
    ru: 'Полон по своей описи.',
  },
  'log.saysIncomplete': {
    en: 'Not complete against its manifest.',
    fr: 'Incomplet au regard de son manifeste.',
    zh: '与清单不符，内容不完整。',
    ru: 'По своей описи неполон.',
  },
  'log.saysInOrder': {
    en: 'The lines are in order.',
    fr: 'Les lignes sont dans l’ordre.',
    zh: '各行顺序正确。',
    ru: 'Строки стоят по порядку.',
  },
  'log.saysOutOfOrder': {
    en: 'The lines are not in order.',
    fr: 'Les lignes ne sont pas dans l’ordre.',
    zh: '各行顺序有误。',
    ru: 'Порядок строк нарушен.',
  },
  'log.saysPayloads': {
    en: 'Contents: {intact} intact, {altered} altered, {erased} erased by order, {gone} gone without one.',
    fr: 'Contenus : {intact} intacts, {altered} modifiés, {erased} effacés sur ordre, {gone} disparus sans ordre.',
    zh: '内容：完好{intact}，被改{altered}，奉命删除{erased}，无令缺失{gone}。',
    ru: 'Содержание: цело — {intact}, изменено — {altered}, стёрто по распоряжению — {erased}, пропало без него — {gone}.',
  },
  'log.saysUnsigned': {
    en: 'Not signed: {events, plural, one {# event} other {# events}}.',
    fr: 'Non signés : {events, plural, one {# événement} many {# événements} other {# événements}}.',
    zh: '未签名：{events}个事件。',
    ru: 'Без подписи: {events, plural, one {# событие} few {# события} many {# событий} other {# события}}.',
  },
  'log.saysSigned': {
    en: 'Signed under key {key}: {events}; valid {valid}, invalid {invalid}, not checked {unchecked}.',
    fr: 'Signés sous la clé {key} : {events} ; valides {valid}, invalides {invalid}, non vérifiés {unchecked}.',
    zh: '以密钥{key}签名：{events}；有效{valid}，无效{invalid}，未核验{unchecked}。',
    ru: 'Подписано ключом {key}: {events}; верно {valid}, неверно {invalid}, не проверено {unchecked}.',
  },
  'log.saysDocumentUnchecked': {
    en: 'Which document it belongs to was not checked.',
    fr: 'Le document dont il relève n’a pas été vérifié.',
    zh: '未核验其所属文件。',
    ru: 'К какому документу он относится, не проверялось.',
  },
  'log.saysDocumentAgrees': {
    en: 'It belongs to the document given.',
    fr: 'Il relève du document indiqué.',
    zh: '其所属文件与给定文件一致。',
    ru: 'Он относится к указанному документу.',
  },
  'log.saysDocumentDiffers': {
    en: 'It belongs to another document than the one given.',
    fr: 'Il relève d’un autre document que celui indiqué.',
    zh: '其所属文件与给定文件不一致。',
    ru: 'Он относится не к указанному документу.',
  },

  // Commands.
  'log.commandIdReused': {
    en: 'The identifier {command} was used before for another order.',
    fr: 'L’identifiant {command} a déjà servi pour un autre ordre.',
    zh: '标识{command}已用于另一命令。',
    ru: 'Идентификатор {command} уже использован для другой команды.',
  },
  'log.sendUnderNewId': {
    en: 'Maybe send it again under a new identifier.',
    fr: 'Peut-être l’envoyer de nouveau sous un nouvel identifiant.',
    zh: '也许应以新标识重新发送。',
    ru: 'Возможно, стоит отправить её снова под новым идентификатором.',
  },
} as const satisfies Catalogue;
