// The few words a generated exercise needs for its names, by language; another language gets the English ones.
import type { Names } from '../../exercise/index.ts';

const lexicon = {
  exercise: { en: 'Exercise like', fr: 'Exercice d’après', zh: '仿照演习', ru: 'Учение по образцу' },
  contingent: { en: 'Contingent', fr: 'Contingent', zh: '分队', ru: 'Контингент' },
  late: { en: 'Late contingent', fr: 'Contingent tardif', zh: '后到分队', ru: 'Второй эшелон' },
  section: { en: 'Section', fr: 'Section', zh: '班', ru: 'Отделение' },
  group: { en: 'Task group', fr: 'Groupement', zh: '任务组', ru: 'Группа' },
  post: { en: 'Post', fr: 'Poste', zh: '岗位', ru: 'Пост' },
  camp: { en: 'Camp', fr: 'Camp', zh: '营地', ru: 'Лагерь' },
  site: { en: 'Site', fr: 'Site', zh: '场地', ru: 'Площадка' },
  air: { en: 'Air zone', fr: 'Zone aérienne', zh: '空中区域', ru: 'Воздушная зона' },
  spectrum: { en: 'Spectrum', fr: 'Spectre', zh: '训练谱系', ru: 'Спектр задач' },
  task: { en: 'Task', fr: 'Tâche', zh: '任务', ru: 'Задача' },
  reception: { en: 'Reception', fr: 'Accueil', zh: '接收', ru: 'Приём' },
  part: { en: 'Part-task training', fr: 'Instruction par tâche', zh: '分项训练', ru: 'Отработка элементов' },
  combined: { en: 'Combined training', fr: 'Instruction combinée', zh: '综合训练', ru: 'Совместная отработка' },
  close: { en: 'Final phase', fr: 'Phase finale', zh: '收尾阶段', ru: 'Заключительный этап' },
  serial: { en: 'Serial', fr: 'Séquence', zh: '课目', ru: 'Мероприятие' },
  opening: { en: 'Opening ceremony', fr: 'Cérémonie d’ouverture', zh: '开训仪式', ru: 'Открытие' },
  brief: { en: 'Safety brief', fr: 'Consignes de sécurité', zh: '安全教育', ru: 'Инструктаж по безопасности' },
  rock: { en: 'Rock drill', fr: 'Répétition sur maquette', zh: '沙盘推演', ru: 'Розыгрыш на макете' },
  final: { en: 'Final exercise', fr: 'Exercice final', zh: '总演练', ru: 'Итоговое учение' },
  closing: { en: 'Closing ceremony', fr: 'Cérémonie de clôture', zh: '闭幕式', ru: 'Закрытие' },
  radio: { en: 'Communications check', fr: 'Essai des liaisons', zh: '通信检查', ru: 'Проверка связи' },
  visit: { en: 'Visitors’ hour', fr: 'Heure des visiteurs', zh: '参观', ru: 'Час посетителей' },
  sport: { en: 'Sport and rest', fr: 'Sport et repos', zh: '体育与休息', ru: 'Спорт и отдых' },
  hotWash: { en: 'Hot wash', fr: 'Retour à chaud', zh: '即时讲评', ru: 'Разбор по горячим следам' },
  board: { en: 'Co-directors’ board', fr: 'Conseil des codirecteurs', zh: '联合导演会议', ru: 'Совет соруководителей' },
  goNoGo: { en: 'Go or no-go', fr: 'Décision de lancement', zh: '实施决定会', ru: 'Решение о проведении' },
  collate: { en: 'Evaluators collate', fr: 'Synthèse des évaluateurs', zh: '评估员汇总', ru: 'Сведение наблюдений' },
  plan: { en: 'Plan', fr: 'Plan', zh: '方案', ru: 'План' },
  story: { en: 'Storyline', fr: 'Trame', zh: '情节', ru: 'Сюжет' },
  boats: { en: 'Boats', fr: 'Embarcations', zh: '船艇', ru: 'Лодки' },
  ambulances: { en: 'Ambulances', fr: 'Ambulances', zh: '救护车', ru: 'Санитарные машины' },
  radios: { en: 'Radio sets', fr: 'Postes radio', zh: '电台', ru: 'Радиостанции' },
  annex: { en: 'Annex', fr: 'Annexe', zh: '附属场地', ru: 'Дополнительная площадка' },
} as const satisfies Record<string, Names>;

export type Word = keyof typeof lexicon;

/** A word, with a number or a name behind it, in each of these languages. */
export function namesOf(word: Word, languages: readonly string[], behind = ''): Names {
  const known: Names = lexicon[word];
  return Object.fromEntries(languages.map((language) => [language, `${known[language] ?? known.en}${behind === '' ? '' : ` ${behind}`}`]));
}

/** Names as a document gives them, in all these languages; a language it lacks gets one of the others. */
export function completed(names: Names, languages: readonly string[], behind = ''): Names {
  const any = names.en ?? Object.values(names)[0] ?? '';
  return Object.fromEntries(languages.map((language) => [language, `${names[language] ?? any}${behind === '' ? '' : ` ${behind}`}`]));
}
