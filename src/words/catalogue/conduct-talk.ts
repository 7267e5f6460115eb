// Why an order was refused: about deliveries, messages, requests, observations, findings, consent and release. The rest stands in `conduct.ts`.
import type { Catalogue } from '../catalogue-type.ts';

const kindOn = {
  en: '{on, select, document {the document} plan {the plan} change {changes} inject {injects} release {releases} resume {resuming} finding {findings} communique {the communiqué} other {{on}}}',
  fr: '{on, select, document {le document} plan {le plan} change {les changements} inject {les injects} release {les diffusions} resume {la reprise} finding {les constats} communique {le communiqué} other {{on}}}',
  zh: '{on, select, document {文件} plan {计划} change {变更} inject {情况} release {发布} resume {恢复} finding {结论} communique {公报} other {{on}}}',
  ru: '{on, select, document {документу} plan {плану} change {изменениям} inject {вводным} release {передаче сведений} resume {возобновлению} finding {выводам} communique {коммюнике} other {{on}}}',
} as const;

const findingIs = {
  en: '{state, select, proposed {proposed} commented {under comment} agreed {agreed} agreedWithNationalView {agreed with a national view} keptNational {kept national} superseded {superseded} other {{state}}}',
  fr: '{state, select, proposed {proposé} commented {commenté} agreed {agréé} agreedWithNationalView {agréé avec un avis national} keptNational {gardé national} superseded {remplacé} other {{state}}}',
  zh: '{state, select, proposed {已提出} commented {征求意见中} agreed {已商定} agreedWithNationalView {已商定并附国家意见} keptNational {保留为本国结论} superseded {已被取代} other {{state}}}',
  ru: '{state, select, proposed {предложен} commented {обсуждается} agreed {согласован} agreedWithNationalView {согласован с особым мнением} keptNational {оставлен национальным} superseded {заменён} other {{state}}}',
} as const;

export const conductTalkWords = {
  'conduct.noSuchDelivery': {
    en: 'This post has received nothing under {delivery}.',
    fr: 'Ce poste n’a rien reçu sous {delivery}.',
    zh: '该岗位未收到{delivery}。',
    ru: 'На эту должность ничего под обозначением {delivery} не поступало.',
  },
  'conduct.alreadyAnswered': {
    en: 'It has been answered already, with another answer.',
    fr: 'Une autre réponse a déjà été donnée.',
    zh: '此前已作出不同的答复。',
    ru: 'Другой ответ уже дан.',
  },
  'conduct.noSuchReview': {
    en: 'There is no text for review under {review}.',
    fr: 'Il n’y a pas de texte à examiner sous {review}.',
    zh: '没有待审文本{review}。',
    ru: 'Текста {review} для проверки нет.',
  },
  'conduct.alreadyReviewed': {
    en: 'It has been reviewed already, with another decision.',
    fr: 'Une autre décision a déjà été prise.',
    zh: '此前已作出不同的审查决定。',
    ru: 'По нему уже принято другое решение.',
  },
  'conduct.noSuchMessage': {
    en: 'There is no message {message} for this post.',
    fr: 'Il n’y a pas de message {message} pour ce poste.',
    zh: '没有发给该岗位的消息{message}。',
    ru: 'Сообщения {message} для этой должности нет.',
  },
  'conduct.noSuchRequest': {
    en: 'There is no request {request} for this post.',
    fr: 'Il n’y a pas de demande {request} pour ce poste.',
    zh: '没有与该岗位有关的请求{request}。',
    ru: 'Запроса {request} для этой должности нет.',
  },
  'conduct.requestPastReview': {
    en: 'Request {request} has gone out; a translation comes too late.',
    fr: 'La demande {request} est partie ; une traduction vient trop tard.',
    zh: '请求{request}已发出，译文来不及了。',
    ru: 'Запрос {request} уже ушёл; перевод опоздал.',
  },
  'conduct.requestNeedsNoReview': {
    en: 'Its addressee may read request {request} as it is; it needs no release review.',
    fr: 'Le destinataire peut lire telle quelle la demande {request} ; elle n’exige pas d’examen de diffusion.',
    zh: '收件方可直接阅读请求{request}，无须发布审查。',
    ru: 'Адресат вправе читать запрос {request} как есть; проверки на передачу не нужно.',
  },
  'conduct.requestNotTranslated': {
    en: 'Request {request} is not in a language that its addressee reads ({languages, or}).',
    fr: 'La demande {request} n’est pas dans une langue que lit son destinataire ({languages, or}).',
    zh: '请求{request}未使用收件人所用语言（{languages, or}）。',
    ru: 'Запрос {request} не на языке адресата ({languages, or}).',
  },

  'conduct.noSuchCriticalTask': {
    en: 'The task {task} has no critical task {criticalTask}.',
    fr: 'La tâche {task} n’a pas de tâche critique {criticalTask}.',
    zh: '任务{task}没有关键任务{criticalTask}。',
    ru: 'У задачи {task} нет ключевого действия {criticalTask}.',
  },
  'conduct.noSuchProcedure': {
    en: 'There is no procedure {procedure}.',
    fr: 'Il n’y a pas de procédure {procedure}.',
    zh: '没有程序{procedure}。',
    ru: 'Процедуры {procedure} нет.',
  },
  'conduct.noSuchObservation': {
    en: 'There is no observation {observation}.',
    fr: 'Il n’y a pas d’observation {observation}.',
    zh: '没有观察记录{observation}。',
    ru: 'Наблюдения {observation} нет.',
  },
  'conduct.notYourObservation': {
    en: 'Observation {observation} is another’s.',
    fr: 'L’observation {observation} est à un autre.',
    zh: '观察记录{observation}属于他人。',
    ru: 'Наблюдение {observation} чужое.',
  },
  'conduct.ratingMissing': {
    en: 'What was answered gives no rating on this exercise’s scale ({scale, or}); it must be stated.',
    fr: 'Les réponses ne donnent pas de note sur l’échelle de cet exercice ({scale, or}) ; elle doit être indiquée.',
    zh: '所作回答在本次演习的评级表（{scale, or}）上得不出评级，须另行填写。',
    ru: 'Из ответов оценка по шкале этого учения ({scale, or}) не следует; её нужно указать.',
  },
  'conduct.ratingNotOnScale': {
    en: 'The rating {rating} is not on the scale{scale, plural, =0 {} other { ({scale, or})}}.',
    fr: 'La note {rating} n’est pas sur l’échelle{scale, plural, =0 {} other { ({scale, or})}}.',
    zh: '评级{rating}不在评级表中{scale, plural, =0 {} other {（{scale, or}）}}。',
    ru: 'Оценки {rating} нет в шкале{scale, plural, =0 {} other { ({scale, or})}}.',
  },
  'conduct.ratingContradictsAnswers': {
    en: 'The rating {rating} contradicts the answers, which give {derived}.',
    fr: 'La note {rating} contredit les réponses, qui donnent {derived}.',
    zh: '评级{rating}与所作回答不符，按回答应为{derived}。',
    ru: 'Оценка {rating} противоречит ответам, из которых следует {derived}.',
  },
  'conduct.endsBeforeItStarts': {
    en: 'It ends before it starts.',
    fr: 'La fin précède le début.',
    zh: '结束时间早于开始时间。',
    ru: 'Окончание раньше начала.',
  },

  'conduct.noSuchFinding': {
    en: 'There is no finding {finding}.',
    fr: 'Il n’y a pas de constat {finding}.',
    zh: '没有结论{finding}。',
    ru: 'Вывода {finding} нет.',
  },
  'conduct.findingChangedMeanwhile': {
    en: `Finding {finding} has changed meanwhile; it is ${findingIs.en}.`,
    fr: `Le constat {finding} a changé entre-temps ; il est ${findingIs.fr}.`,
    zh: `结论{finding}在此期间已有变化，目前${findingIs.zh}。`,
    ru: `Вывод {finding} тем временем изменился; сейчас он ${findingIs.ru}.`,
  },
  'conduct.findingIsSettled': {
    en: `Finding {finding} is settled: it is ${findingIs.en}.`,
    fr: `Le constat {finding} est arrêté : il est ${findingIs.fr}.`,
    zh: `结论{finding}已定：${findingIs.zh}。`,
    ru: `По выводу {finding} решение принято: он ${findingIs.ru}.`,
  },
  'conduct.findingIsNational': {
    en: 'Finding {finding} is not before all parties; propose it jointly.',
    fr: 'Le constat {finding} n’est pas soumis à toutes les parties ; proposez-le conjointement.',
    zh: '结论{finding}尚未提交各方，请以联合方式提出。',
    ru: 'Вывод {finding} не представлен всем сторонам; предложите его как совместный.',
  },

  'conduct.noAgreementOn': {
    en: `The document has no agreement on ${kindOn.en}.`,
    fr: `Le document ne prévoit pas d’accord sur ${kindOn.fr}.`,
    zh: `文件中没有关于${kindOn.zh}的约定。`,
    ru: `В документе нет договорённости по ${kindOn.ru}.`,
  },
  'conduct.noSuchSubject': {
    en: 'There is no {subject} to consent to.',
    fr: 'Il n’y a pas de {subject} à quoi consentir.',
    zh: '没有可供同意的事项{subject}。',
    ru: 'Предмета согласования {subject} нет.',
  },
  'conduct.notYoursToAsk': {
    en: `This post may not ask for consent on ${kindOn.en}.`,
    fr: `Ce poste ne peut pas demander le consentement sur ${kindOn.fr}.`,
    zh: `该岗位不能就${kindOn.zh}征求同意。`,
    ru: `Эта должность не запрашивает согласие по ${kindOn.ru}.`,
  },
  'conduct.noSuchCase': {
    en: 'There is no case {case} to consent to.',
    fr: 'Il n’y a pas de dossier {case} à approuver.',
    zh: '没有待同意的事项{case}。',
    ru: 'Дела {case}, требующего согласия, нет.',
  },
  'conduct.notYoursToConsent': {
    en: 'This post’s consent to {case} was not asked.',
    fr: 'Le consentement de ce poste sur {case} n’est pas demandé.',
    zh: '事项{case}无须该岗位同意。',
    ru: 'Согласие этой должности по делу {case} не запрашивалось.',
  },
  'conduct.caseIsSettled': {
    en: 'Case {case} is settled: {outcome, select, agreed {agreed} refused {refused} agreedBySilence {agreed by silence} lapsed {lapsed} other {{outcome}}}.',
    fr: 'Le dossier {case} est clos : {outcome, select, agreed {accordé} refused {refusé} agreedBySilence {accordé par silence} lapsed {caduc} other {{outcome}}}.',
    zh: '事项{case}已了结：{outcome, select, agreed {已同意} refused {已拒绝} agreedBySilence {默示同意} lapsed {已失效} other {{outcome}}}。',
    ru: 'Дело {case} закрыто: {outcome, select, agreed {согласовано} refused {отклонено} agreedBySilence {согласовано по умолчанию} lapsed {срок истёк} other {{outcome}}}.',
  },
  'conduct.consentMissing': {
    en: 'Consent to {subject} has not been given as agreed.',
    fr: 'Le consentement convenu sur {subject} n’a pas été donné.',
    zh: '{subject}尚未按约定取得同意。',
    ru: 'Условленного согласия по {subject} нет.',
  },

  'conduct.noSuchStream': {
    en: 'There is no stream {stream} that this post reads.',
    fr: 'Il n’y a pas de flux {stream} que ce poste puisse lire.',
    zh: '没有该岗位可读的数据流{stream}。',
    ru: 'Потока {stream}, доступного этой должности, нет.',
  },
  'conduct.noSuchEvent': {
    en: 'The stream has no event {sequence}.',
    fr: 'Le flux n’a pas d’événement {sequence}.',
    zh: '该数据流没有第{sequence}号事件。',
    ru: 'В потоке нет события {sequence}.',
  },
  'conduct.noSuchRelease': {
    en: 'Nothing was released as {record}.',
    fr: 'Rien n’a été diffusé sous {record}.',
    zh: '没有以{record}为名发布的内容。',
    ru: 'Под обозначением {record} ничего не передавалось.',
  },
  'conduct.releaseNeedsConsent': {
    en: 'This goes to more readers than its portions; {parties} must consent.',
    fr: 'Ce texte irait à plus de lecteurs que ses parties d’origine ; {parties} {parties, plural, one {doit} many {doivent} other {doivent}} consentir.',
    zh: '其读者范围大于所用各部分，须经{parties}同意。',
    ru: 'Текст попадёт к большему числу читателей, чем его части; нужно согласие: {parties}.',
  },
  'conduct.askConsent': {
    en: 'Maybe ask for consent on {subject}.',
    fr: 'Peut-être demander le consentement sur {subject}.',
    zh: '也许可就{subject}征求同意。',
    ru: 'Возможно, стоит запросить согласие по {subject}.',
  },
  'conduct.erasureNeedsTwo': {
    en: 'An erasure needs two people; two posts held by one are not two.',
    fr: 'Un effacement exige deux personnes ; deux postes tenus par une seule n’en font pas deux.',
    zh: '删除须由两人下令；一人兼任两岗不算两人。',
    ru: 'Для стирания нужны двое; две должности у одного человека — это один.',
  },
  'conduct.erasureNotYours': {
    en: 'This post is not one of the two that order the erasure.',
    fr: 'Ce poste n’est pas l’un des deux qui ordonnent l’effacement.',
    zh: '该岗位不是下令删除的两个岗位之一。',
    ru: 'Эта должность не входит в число двух, распорядившихся о стирании.',
  },
} as const satisfies Catalogue;
