// The words' door: sentences, dates and numbers in four languages.
export type { Catalogue } from './catalogue-type.ts';
export { sayDate, sayDateTime, sayDay, saySerialTime, sayShortDay, sayTime } from './dates.ts';
export { sayDuration, sayList, sayNumber, sayPercent, sayYesNo } from './figures.ts';
export { isLanguage, type Language, languages } from './language.ts';
export { has, type Message, mustSay, say } from './say.ts';
export { type SaidProblem, sayProblem } from './say-problem.ts';
