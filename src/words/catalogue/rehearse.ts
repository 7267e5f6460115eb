// What simulated people write, and what a dry run says of an exercise: where it slips, who waits for whom, what helps.
import type { Catalogue } from '../catalogue-type.ts';

export const rehearseWords = {
  'rehearsal.phrase.agreeWith': {
    en: 'We saw the same. Agreed as it stands.',
    fr: 'Nous avons vu la même chose. D’accord avec ce texte.',
    zh: '我方所见相同，同意现有文本。',
    ru: 'Мы видели то же самое. С текстом согласны.',
  },
  'rehearsal.phrase.answer': {
    en: 'Understood. We do as agreed and report when done.',
    fr: 'Compris. Nous faisons comme convenu et rendons compte.',
    zh: '明白，按约定执行，完成后报告。',
    ru: 'Понял. Действуем как условлено, о выполнении доложим.',
  },
  'rehearsal.phrase.coordinate': {
    en: 'We are at the agreed line. Please confirm yours.',
    fr: 'Nous sommes à la ligne convenue. Confirmez la vôtre.',
    zh: '我方已到约定线，请确认贵方位置。',
    ru: 'Мы на условленном рубеже. Подтвердите свой.',
  },
  'rehearsal.phrase.improve': {
    en: 'The standard was not reached every time; both sides should practise it together again.',
    fr: 'La norme n’a pas toujours été atteinte ; à reprendre ensemble.',
    zh: '并非每次都达到标准，双方应再次共同演练。',
    ru: 'Норматив выполнялся не каждый раз; сторонам следует повторить это вместе.',
  },
  'rehearsal.phrase.nextWaits': {
    en: 'The next serial needs its people and place.',
    fr: 'La série suivante a besoin des gens et du lieu.',
    zh: '下一课目需要人员和场地。',
    ru: 'Люди и место нужны следующему эпизоду.',
  },
  'rehearsal.phrase.notObserved': {
    en: 'Not observed.',
    fr: 'Non observé.',
    zh: '未观察到。',
    ru: 'Не наблюдалось.',
  },
  'rehearsal.phrase.notPlayed': {
    en: 'Not played before ENDEX.',
    fr: 'Non joué avant ENDEX.',
    zh: '结束演习前未实施。',
    ru: 'Не разыграно до окончания учения.',
  },
  'rehearsal.phrase.observed': {
    en: 'Observed on the spot; compared with the agreed standard.',
    fr: 'Observé sur place ; comparé à la norme convenue.',
    zh: '现场观察，与约定标准对照。',
    ru: 'Наблюдалось на месте; сверено с согласованным нормативом.',
  },
  'rehearsal.phrase.rehearseAgain': {
    en: 'Practise it together in the next edition before combined serials.',
    fr: 'À répéter ensemble avant les séries combinées de la prochaine édition.',
    zh: '下届合练前先共同演练。',
    ru: 'Отработать вместе до совместных эпизодов следующего учения.',
  },
  'rehearsal.phrase.report': {
    en: 'Report: all present, going as planned.',
    fr: 'Compte rendu : tous présents, déroulement conforme.',
    zh: '报告：全员在位，按计划进行。',
    ru: 'Доклад: все на месте, идём по плану.',
  },
  'rehearsal.phrase.request': {
    en: 'We ask for support at the agreed place. Yes, no, or a time?',
    fr: 'Nous demandons un appui au lieu convenu. Oui, non, ou une heure ?',
    zh: '请求在约定地点支援。可以、不可以，或告知时间？',
    ru: 'Просим поддержку в условленном месте. Да, нет или срок?',
  },
  'rehearsal.phrase.strength': {
    en: 'Both sides reached the standard; worth keeping.',
    fr: 'Les deux parties ont atteint la norme ; à conserver.',
    zh: '双方均达到标准，值得保持。',
    ru: 'Обе стороны выполнили норматив; сохранить.',
  },
  'rehearsal.phrase.tooLate': {
    en: 'It could not begin in time.',
    fr: 'Elle n’a pas pu commencer à temps.',
    zh: '未能按时开始。',
    ru: 'Не удалось начать вовремя.',
  },
  'rehearsal.phrase.weather': {
    en: 'The weather does not allow it.',
    fr: 'La météo ne le permet pas.',
    zh: '天气条件不允许。',
    ru: 'Погода не позволяет.',
  },
} as const satisfies Catalogue;
