// What may be wrong with a class, a label or the name of a reader, and why a text cannot be released.
import type { Catalogue } from '../catalogue-type.ts';

export const releaseWords = {
  'release.classMalformed': {
    en: '“{text}” is not a class.',
    fr: '« {text} » n’est pas une classe.',
    zh: '“{text}”不是密级类别。',
    ru: '«{text}» — это не класс доступа.',
  },
  'release.classForm': {
    en: 'Maybe write classification/parties/caveats/audience like {example}.',
    fr: 'Peut-être écrire classification/parties/réserves/destinataires comme {example}.',
    zh: '也许可按“密级/参与方/限制/受众”的格式写作{example}。',
    ru: 'Возможно, стоит записать гриф/стороны/ограничения/адресаты так: {example}.',
  },
  'release.classNotCanonical': {
    en: '“{text}” is a class, but not written as the key of a stream.',
    fr: '« {text} » est une classe, mais n’est pas écrite comme la clé d’un flux.',
    zh: '“{text}”是密级类别，但不是数据流键的规范写法。',
    ru: '«{text}» — класс доступа, но записан он не так, как ключ потока.',
  },
  'release.writeInstead': {
    en: 'Maybe write {text}.',
    fr: 'Peut-être écrire {text}.',
    zh: '也许可写作{text}。',
    ru: 'Возможно, стоит написать {text}.',
  },
  'release.audienceMalformed': {
    en: '“{text}” is not an audience.',
    fr: '« {text} » ne désigne pas des destinataires.',
    zh: '“{text}”不是受众。',
    ru: '«{text}» не обозначает адресатов.',
  },
  'release.audienceForm': {
    en: 'Maybe write excon:, party:ID, post:ID, everyone: or public:.',
    fr: 'Peut-être écrire excon:, party:ID, post:ID, everyone: ou public:.',
    zh: '也许可写作 excon:、party:ID、post:ID、everyone: 或 public:。',
    ru: 'Возможно, стоит написать excon:, party:ID, post:ID, everyone: или public:.',
  },
  'release.unknownClassification': {
    en: 'The scale of this exercise has no classification {name}.',
    fr: 'L’échelle de cet exercice ne comporte pas la classification {name}.',
    zh: '本次演习的密级表中没有{name}。',
    ru: 'В шкале этого учения нет грифа {name}.',
  },
  'release.unknownParty': {
    en: 'No party {name} takes part.',
    fr: 'Aucune partie {name} ne participe.',
    zh: '没有名为{name}的参与方。',
    ru: 'Стороны {name} среди участников нет.',
  },
  'release.unknownPost': {
    en: 'There is no post {name}.',
    fr: 'Il n’y a pas de poste {name}.',
    zh: '没有名为{name}的岗位。',
    ru: 'Должности {name} нет.',
  },
  'release.unknownCaveat': {
    en: 'The release policy knows no caveat {name}.',
    fr: 'La politique de diffusion ne connaît pas la réserve {name}.',
    zh: '发布政策中没有限制标记{name}。',
    ru: 'В порядке передачи сведений нет ограничения {name}.',
  },
  'release.namesAre': {
    en: 'Maybe {names, or} is meant.',
    fr: 'Peut-être s’agit-il de {names, or}.',
    zh: '也许是指{names, or}。',
    ru: 'Возможно, имеется в виду {names, or}.',
  },
  'release.publicYetClassified': {
    en: 'A label for the public is classified {classification}, so the public cannot read it.',
    fr: 'Une mention destinée au public porte la classification {classification} : le public ne peut donc pas lire ce texte.',
    zh: '面向公众的标记定为{classification}，公众因此无法阅读。',
    ru: 'Текст для открытой публикации имеет гриф {classification}, поэтому публике он недоступен.',
  },
  'release.classifyPublicAs': {
    en: 'Maybe classify it {lowest}, or name the parties it may go to.',
    fr: 'Peut-être la classer {lowest}, ou nommer les parties auxquelles elle est communicable.',
    zh: '也许可定为{lowest}，或列明可发放的参与方。',
    ru: 'Возможно, стоит указать гриф {lowest} или назвать стороны, которым разрешена передача.',
  },
  'release.publicYetCaveats': {
    en: 'A label for the public has the {caveats, plural, one {caveat} other {caveats}} {caveats}, so the public cannot read it.',
    fr: 'Une mention destinée au public porte {caveats, plural, one {la réserve} other {les réserves}} {caveats} : le public ne peut donc pas lire ce texte.',
    zh: '面向公众的标记带有限制{caveats}，公众因此无法阅读。',
    ru: 'Текст для открытой публикации имеет {caveats, plural, one {ограничение} other {ограничения}} {caveats}, поэтому публике он недоступен.',
  },
  'release.releasableToNobody': {
    en: 'A label names no party that it is releasable to, so nobody can read it.',
    fr: 'Une mention ne nomme aucune partie à laquelle le texte est communicable : personne ne peut donc le lire.',
    zh: '标记未列出任何可发放的参与方，因此无人能够阅读。',
    ru: 'Не названа ни одна сторона, которой разрешена передача, поэтому прочитать этого не может никто.',
  },
  'release.publicAudienceOfParties': {
    en: 'It is meant for the public, but releasable to {parties} only.',
    fr: 'Le texte est destiné au public, mais communicable à {parties} seulement.',
    zh: '受众为公众，但只可发放给{parties}。',
    ru: 'Текст предназначен для публикации, но передача разрешена только следующим сторонам: {parties}.',
  },
  'release.audienceNotAdmitted': {
    en: 'It is meant for {party}, but releasable to {parties} only, so nobody can read it.',
    fr: 'Le texte est destiné à {party}, mais communicable à {parties} seulement : personne ne peut donc le lire.',
    zh: '受众为{party}，但只可发放给{parties}，因此无人能够阅读。',
    ru: 'Текст предназначен для {party}, но передача разрешена только следующим сторонам: {parties}; прочитать его не может никто.',
  },
  'release.unknownReader': {
    en: 'This exercise knows no reader {reader}.',
    fr: 'Cet exercice ne connaît pas de lecteur {reader}.',
    zh: '本次演习没有名为{reader}的读者。',
    ru: 'Получателя {reader} в этом учении нет.',
  },
  'release.readersAre': {
    en: 'Maybe {readers, or} is meant; ID:excon names a party with its people in EXCON, person:ID a person.',
    fr: 'Peut-être s’agit-il de {readers, or} ; ID:excon désigne une partie avec ses membres de l’EXCON, person:ID une personne.',
    zh: '也许是指{readers, or}；ID:excon表示参与方及其导演部人员，person:ID表示某个人。',
    ru: 'Возможно, имеется в виду {readers, or}; ID:excon обозначает сторону вместе с её людьми в штабе руководства, person:ID — отдельное лицо.',
  },
  'release.allNeedsCompleteLog': {
    en: 'The reader all needs a complete log in hand, and this one is not complete.',
    fr: 'Le lecteur all exige un journal complet, et celui-ci ne l’est pas.',
    zh: '读者 all 需要完整的日志，而此日志不完整。',
    ru: 'Для получателя all нужен полный журнал, а этот журнал неполон.',
  },
  'release.floorWithoutReason': {
    en: 'A label may be raised only with a reason, and none is given.',
    fr: 'Une mention ne peut être relevée qu’avec un motif, et aucun n’est donné.',
    zh: '提高密级须说明理由，但未给出理由。',
    ru: 'Повысить гриф можно только с обоснованием, а оно не указано.',
  },
  'release.noCommonReader': {
    en: 'No party may read all the portions that this text is made from, so it cannot be released.',
    fr: 'Aucune partie ne peut lire tous les éléments dont ce texte est composé : il ne peut donc pas être diffusé.',
    zh: '没有任何一方可以阅读构成本文的全部内容，因此无法发布。',
    ru: 'Ни одна сторона не вправе читать все части, из которых составлен этот текст, поэтому передать его нельзя.',
  },
  'release.splitPortions': {
    en: 'Maybe write these portions apart: {portions}.',
    fr: 'Peut-être séparer ces éléments : {portions}.',
    zh: '也许可将下列内容分开编写：{portions}。',
    ru: 'Возможно, стоит разделить эти части: {portions}.',
  },
} as const satisfies Catalogue;
