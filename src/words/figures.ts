// Numbers, shares, durations and lists as each language writes them.
import type { Language } from './language.ts';

const thin = '\u202f';
const hard = '\u00a0';

const groupSign: Readonly<Record<Language, string>> = { en: ',', fr: thin, zh: ',', ru: hard };
const decimalSign: Readonly<Record<Language, string>> = { en: '.', fr: ',', zh: '.', ru: ',' };
const percentSign: Readonly<Record<Language, string>> = { en: '%', fr: `${thin}%`, zh: '%', ru: `${hard}%` };

/**
 * A number, rounded to at most `decimals` (2) digits after the point, or to exactly as many when `exactly`. Digits are grouped by
 * threes from five digits on, so that a year stays a year.
 */
export function sayNumber(value: number, language: Language, decimals = 2, exactly = false): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value < 0 ? '−∞' : '∞';
  const rounded = value.toFixed(decimals);
  const [whole = '', fraction = ''] = rounded.replace(/^-/, '').split('.');
  const kept = exactly ? fraction : fraction.replace(/0+$/, '');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, groupSign[language]);
  const isZero = /^0*$/.test(whole + kept);
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${kept === '' ? '' : decimalSign[language] + kept}`;
}

/** A share as per cent: 0.25 is `25%` in English, `25 %` in French. */
export function sayPercent(share: number, language: Language, decimals = 0): string {
  return `${sayNumber(share * 100, language, decimals)}${percentSign[language]}`;
}

const units: Readonly<Record<Language, readonly [day: string, hour: string, minute: string]>> = {
  en: [`${hard}d`, `${hard}h`, `${hard}min`],
  fr: [`${hard}j`, `${hard}h`, `${hard}min`],
  zh: ['天', '小时', '分钟'],
  ru: [`${hard}сут`, `${hard}ч`, `${hard}мин`],
};

/** Minutes as `1 d 2 h 30 min`; rounded to the minute. */
export function sayDuration(minutes: number, language: Language): string {
  const total = Math.round(Math.abs(minutes));
  const amounts = [Math.floor(total / 1440), Math.floor((total % 1440) / 60), total % 60];
  const said = amounts.flatMap((amount, index) => (amount === 0 ? [] : [`${amount}${units[language][index]}`]));
  const text = said.length === 0 ? `0${units[language][2]}` : said.join(language === 'zh' ? '' : ' ');
  return minutes < 0 && total > 0 ? `−${text}` : text;
}

const joints: Readonly<Record<Language, { readonly comma: string; readonly and: string; readonly or: string }>> = {
  en: { comma: ', ', and: ' and ', or: ' or ' },
  fr: { comma: ', ', and: ' et ', or: ' ou ' },
  zh: { comma: '、', and: '和', or: '或' },
  ru: { comma: ', ', and: ' и ', or: ' или ' },
};

/** `a, b and c`; an empty list is a dash. */
export function sayList(items: readonly string[], language: Language, by: 'and' | 'or' = 'and'): string {
  const joint = joints[language];
  if (items.length === 0) return '–';
  if (items.length === 1) return items[0] ?? '–';
  return items.slice(0, -1).join(joint.comma) + joint[by] + items.at(-1);
}

const yesNo: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  en: ['yes', 'no'],
  fr: ['oui', 'non'],
  zh: ['是', '否'],
  ru: ['да', 'нет'],
};

export function sayYesNo(value: boolean, language: Language): string {
  return yesNo[language][value ? 0 : 1];
}
