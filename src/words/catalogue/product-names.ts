// Names of the kinds of things that products speak of: kinds of serials, roles, means, states.
import type { Catalogue } from '../catalogue-type.ts';

export const productNameWords = {
  'product.serialKind': {
    en: '{kind, select, training {training} final {final exercise} ceremony {ceremony} brief {brief} rehearsal {rehearsal} rest {rest} visit {visit} hotWash {hot wash} meeting {meeting} other {{kind}}}',
    fr: '{kind, select, training {instruction} final {exercice final} ceremony {cérémonie} brief {briefing} rehearsal {répétition} rest {repos} visit {visite} hotWash {débriefing à chaud} meeting {réunion} other {{kind}}}',
    zh: '{kind, select, training {训练} final {综合演练} ceremony {仪式} brief {情况介绍} rehearsal {预演} rest {休整} visit {参观} hotWash {即时讲评} meeting {会议} other {{kind}}}',
    ru: '{kind, select, training {занятие} final {заключительное учение} ceremony {церемония} brief {инструктаж} rehearsal {репетиция} rest {отдых} visit {посещение} hotWash {разбор по горячим следам} meeting {совещание} other {{kind}}}',
  },
  'product.role': {
    en: '{role, select, coDirector {co-director} chiefController {chief controller} controller {controller} safetyOfficer {safety officer} chiefEvaluator {chief evaluator} evaluator {evaluator} seniorNationalRepresentative {senior national representative} liaisonOfficer {liaison officer} interpreter {interpreter} translator {translator} releaseOfficer {release officer} pressOfficer {press officer} visitsOfficer {visits officer} hostNationSupport {host-nation support} medicalCoordinator {medical coordinator} medicalCover {medical cover} rolePlayer {role player} player {player} trustedAgent {trusted agent} observer {observer} simulator {simulator} teamLeader {team leader} other {{role}}}',
    fr: '{role, select, coDirector {codirecteur} chiefController {directeur de la conduite} controller {contrôleur} safetyOfficer {officier de sécurité} chiefEvaluator {chef évaluateur} evaluator {évaluateur} seniorNationalRepresentative {représentant national} liaisonOfficer {officier de liaison} interpreter {interprète} translator {traducteur} releaseOfficer {officier de diffusion} pressOfficer {officier de presse} visitsOfficer {officier des visites} hostNationSupport {soutien du pays hôte} medicalCoordinator {coordinateur médical} medicalCover {couverture médicale} rolePlayer {figurant} player {joueur} trustedAgent {agent de confiance} observer {observateur} simulator {animateur} teamLeader {chef d’équipe} other {{role}}}',
    zh: '{role, select, coDirector {联合导演} chiefController {总导调} controller {导调员} safetyOfficer {安全员} chiefEvaluator {评估组长} evaluator {评估员} seniorNationalRepresentative {国家高级代表} liaisonOfficer {联络官} interpreter {口译} translator {笔译} releaseOfficer {信息发布审查员} pressOfficer {新闻官} visitsOfficer {来访接待官} hostNationSupport {东道方保障} medicalCoordinator {医疗协调员} medicalCover {现场医疗} rolePlayer {角色扮演者} player {参训人员} trustedAgent {可信代表} observer {观察员} simulator {模拟席位} teamLeader {分队负责人} other {{role}}}',
    ru: '{role, select, coDirector {соруководитель} chiefController {главный посредник} controller {посредник} safetyOfficer {офицер по безопасности} chiefEvaluator {старший эксперт} evaluator {эксперт} seniorNationalRepresentative {старший национальный представитель} liaisonOfficer {офицер связи взаимодействия} interpreter {переводчик} translator {переводчик текстов} releaseOfficer {офицер по передаче сведений} pressOfficer {офицер по связям с прессой} visitsOfficer {офицер по приёму гостей} hostNationSupport {обеспечение принимающей стороны} medicalCoordinator {медицинский координатор} medicalCover {медицинское обеспечение} rolePlayer {статист} player {обучаемый} trustedAgent {доверенное лицо} observer {наблюдатель} simulator {условный орган} teamLeader {командир группы} other {{role}}}',
  },
  'product.goNoGoItem': {
    en: '{item, select, safety {safety} medical {medical} weather {weather} communications {communications} interpreter {interpreter} siteClear {site clear} other {{item}}}',
    fr: '{item, select, safety {sécurité} medical {santé} weather {météo} communications {liaisons} interpreter {interprète} siteClear {site dégagé} other {{item}}}',
    zh: '{item, select, safety {安全} medical {医疗} weather {气象} communications {通信} interpreter {翻译} siteClear {场地清空} other {{item}}}',
    ru: '{item, select, safety {безопасность} medical {медицина} weather {погода} communications {связь} interpreter {переводчик} siteClear {объект свободен} other {{item}}}',
  },
  'product.means': {
    en: '{means, select, message {message} mail {mail} radio {radio} telephone {telephone} faceToFace {face to face} rolePlayer {role player} stagedCue {staged cue} other {{means}}}',
    fr: '{means, select, message {message} mail {courrier} radio {radio} telephone {téléphone} faceToFace {en personne} rolePlayer {figurant} stagedCue {indice mis en scène} other {{means}}}',
    zh: '{means, select, message {电文} mail {邮件} radio {电台} telephone {电话} faceToFace {当面} rolePlayer {角色扮演} stagedCue {现场布置} other {{means}}}',
    ru: '{means, select, message {сообщение} mail {почта} radio {радио} telephone {телефон} faceToFace {лично} rolePlayer {через статиста} stagedCue {обозначено на месте} other {{means}}}',
  },
  'product.injectKind': {
    en: '{kind, select, contextual {contextual} contingency {contingency} expectedAction {expected action} informational {informational} other {{kind}}}',
    fr: '{kind, select, contextual {de contexte} contingency {de relance} expectedAction {action attendue} informational {d’information} other {{kind}}}',
    zh: '{kind, select, contextual {情境} contingency {备用} expectedAction {预期行动} informational {通报} other {{kind}}}',
    ru: '{kind, select, contextual {основная} contingency {запасная} expectedAction {ожидаемое действие} informational {информационная} other {{kind}}}',
  },
  'product.injectClass': {
    en: '{class, select, key {key} enabling {enabling} supporting {supporting} other {{class}}}',
    fr: '{class, select, key {clé} enabling {préparatoire} supporting {d’appui} other {{class}}}',
    zh: '{class, select, key {关键} enabling {铺垫} supporting {辅助} other {{class}}}',
    ru: '{class, select, key {ключевая} enabling {подготовительная} supporting {вспомогательная} other {{class}}}',
  },
  'product.injectStatus': {
    en: '{status, select, draft {draft} submitted {submitted} approved {approved} synchronized {synchronised} released {released} complete {complete} deferred {deferred} obsolete {obsolete} other {{status}}}',
    fr: '{status, select, draft {projet} submitted {soumis} approved {approuvé} synchronized {synchronisé} released {diffusé} complete {achevé} deferred {ajourné} obsolete {caduc} other {{status}}}',
    zh: '{status, select, draft {草稿} submitted {已提交} approved {已批准} synchronized {已同步} released {已下达} complete {已完成} deferred {已推迟} obsolete {已作废} other {{status}}}',
    ru: '{status, select, draft {проект} submitted {представлена} approved {утверждена} synchronized {согласована по языкам} released {доведена} complete {завершена} deferred {отложена} obsolete {снята} other {{status}}}',
  },
  'product.actionSeen': {
    en: '{outcome, select, expected {expected action seen} none {no action seen} other {another action seen}}',
    fr: '{outcome, select, expected {action attendue observée} none {aucune action observée} other {autre action observée}}',
    zh: '{outcome, select, expected {见到预期行动} none {未见行动} other {见到其他行动}}',
    ru: '{outcome, select, expected {ожидаемое действие отмечено} none {действий не отмечено} other {отмечено иное действие}}',
  },
  'product.answered': {
    en: '{answered, select, true {answered} other {not answered}}',
    fr: '{answered, select, true {avec réponse} other {sans réponse}}',
    zh: '{answered, select, true {已答复} other {未答复}}',
    ru: '{answered, select, true {ответ дан} other {без ответа}}',
  },
  'product.serialStatus': {
    en: '{status, select, planned {planned} called {called} ready {ready} running {running} stopped {stopped} done {done} curtailed {cut short} cancelled {cancelled} notHeld {not held} other {{status}}}',
    fr: '{status, select, planned {prévue} called {appelée} ready {prête} running {en cours} stopped {arrêtée} done {terminée} curtailed {écourtée} cancelled {annulée} notHeld {non tenue} other {{status}}}',
    zh: '{status, select, planned {计划中} called {已召集} ready {就绪} running {进行中} stopped {中止} done {完成} curtailed {缩短} cancelled {取消} notHeld {未安排} other {{status}}}',
    ru: '{status, select, planned {запланирован} called {вызван} ready {готов} running {идёт} stopped {остановлен} done {завершён} curtailed {сокращён} cancelled {отменён} notHeld {не проводится} other {{status}}}',
  },
  'product.light': {
    en: '{light, select, day {by day} twilight {in twilight} night {by night} other {{light}}}',
    fr: '{light, select, day {de jour} twilight {au crépuscule} night {de nuit} other {{light}}}',
    zh: '{light, select, day {昼间} twilight {晨昏} night {夜间} other {{light}}}',
    ru: '{light, select, day {днём} twilight {в сумерках} night {ночью} other {{light}}}',
  },
  'product.netUse': {
    en: '{use, select, command {command} coordination {coordination} safety {safety} medical {medical} administration {administration} other {{use}}}',
    fr: '{use, select, command {commandement} coordination {coordination} safety {sécurité} medical {santé} administration {administration} other {{use}}}',
    zh: '{use, select, command {指挥} coordination {协同} safety {安全} medical {医疗} administration {行政} other {{use}}}',
    ru: '{use, select, command {управление} coordination {взаимодействие} safety {безопасность} medical {медицинская} administration {административная} other {{use}}}',
  },
  'product.timelineKind': {
    en: '{kind, select, clock {clock} plan {plan} serial {serial} contingent {contingent} safety {safety} inject {inject} finding {finding} consent {consent} release {release} other {{kind}}}',
    fr: '{kind, select, clock {horloge} plan {plan} serial {séquence} contingent {contingent} safety {sécurité} inject {incident injecté} finding {constat} consent {accord} release {diffusion} other {{kind}}}',
    zh: '{kind, select, clock {时间} plan {计划} serial {课目} contingent {参训力量} safety {安全} inject {导调信息} finding {评估结论} consent {同意} release {发布} other {{kind}}}',
    ru: '{kind, select, clock {время} plan {план} serial {эпизод} contingent {контингент} safety {безопасность} inject {вводная} finding {вывод} consent {согласие} release {передача} other {{kind}}}',
  },
  'product.element': {
    en: '{element, select, planning {planning} organisation {organisation} equipment {equipment} training {training} exercise {exercise} other {{element}}}',
    fr: '{element, select, planning {planification} organisation {organisation} equipment {équipement} training {instruction} exercise {exercice} other {{element}}}',
    zh: '{element, select, planning {计划} organisation {组织} equipment {装备} training {训练} exercise {演习} other {{element}}}',
    ru: '{element, select, planning {планирование} organisation {организация} equipment {имущество} training {подготовка} exercise {учение} other {{element}}}',
  },
  'product.moment': {
    en: '{moment, select, setUp {set-up} brief {brief} run {run} debrief {debrief} other {{moment}}}',
    fr: '{moment, select, setUp {mise en place} brief {briefing} run {déroulement} debrief {débriefing} other {{moment}}}',
    zh: '{moment, select, setUp {准备} brief {任务说明} run {实施} debrief {讲评} other {{moment}}}',
    ru: '{moment, select, setUp {подготовка} brief {постановка задач} run {проведение} debrief {разбор} other {{moment}}}',
  },
  'product.alternateTrigger': {
    en: '{trigger, select, weather {weather} site {site not usable} asset {asset missing} other {other reason}}',
    fr: '{trigger, select, weather {météo} site {site inutilisable} asset {moyen manquant} other {autre motif}}',
    zh: '{trigger, select, weather {天气} site {场地不可用} asset {缺少装备} other {其他原因}}',
    ru: '{trigger, select, weather {погода} site {объект недоступен} asset {нет средства} other {иная причина}}',
  },
  'product.changed': {
    en: '{what, select, time {time} site {site} team {team} lead {lead} support {support} cancelled {cancelled} hHour {H-hour} other {{what}}}',
    fr: '{what, select, time {heure} site {site} team {équipe} lead {chef} support {soutien} cancelled {annulée} hHour {heure H} other {{what}}}',
    zh: '{what, select, time {时间} site {场地} team {编组} lead {牵头指挥} support {保障} cancelled {取消} hHour {H时} other {{what}}}',
    ru: '{what, select, time {время} site {объект} team {состав} lead {старший} support {обеспечение} cancelled {отмена} hHour {час «Ч»} other {{what}}}',
  },
  'product.audience': {
    en: '{kind, select, excon {EXCON} party {party {id}} post {post {id}} everyone {everyone} public {public} other {{id}}}',
    fr: '{kind, select, excon {EXCON} party {partie {id}} post {poste {id}} everyone {tous} public {public} other {{id}}}',
    zh: '{kind, select, excon {EXCON} party {参与方{id}} post {岗位{id}} everyone {全体} public {公众} other {{id}}}',
    ru: '{kind, select, excon {EXCON} party {сторона {id}} post {должность {id}} everyone {для всех} public {открыто} other {{id}}}',
  },
  'product.language': {
    en: '{language, select, en {English} fr {French} zh {Chinese} ru {Russian} other {{language}}}',
    fr: '{language, select, en {anglais} fr {français} zh {chinois} ru {russe} other {{language}}}',
    zh: '{language, select, en {英文} fr {法文} zh {中文} ru {俄文} other {{language}}}',
    ru: '{language, select, en {английский} fr {французский} zh {китайский} ru {русский} other {{language}}}',
  },
  'product.textState': {
    en: '{state, select, missing {missing} draft {draft translation} stale {out of date} other {{state}}}',
    fr: '{state, select, missing {manquant} draft {traduction provisoire} stale {périmé} other {{state}}}',
    zh: '{state, select, missing {缺失} draft {译文待审} stale {已过时} other {{state}}}',
    ru: '{state, select, missing {отсутствует} draft {перевод не проверен} stale {устарел} other {{state}}}',
  },
} as const satisfies Catalogue;
