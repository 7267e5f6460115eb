// Makes the sentence out of a key, its values and a language. Every word that people read passes here.
import {
  Bug,
  isProblem,
  type MinuteInstant,
  minuteInstant,
  minuteOfMicros,
  type ProblemValue,
  readIsoMicros,
  unreachable,
  utc,
  type Zone,
} from '../kernel/index.ts';
import { messages } from './catalogue/index.ts';
import { sayDate, sayDateTime, sayTime } from './dates.ts';
import { sayDuration, sayList, sayNumber, sayPercent, sayYesNo } from './figures.ts';
import type { Language } from './language.ts';
import { pluralForm } from './plural.ts';
import { type Format, type Part, readTemplate, type Template } from './template.ts';

/**
 * What is to be said: a key of the catalogue and the values it speaks of. A `Problem` and a `Hint` are such messages. A value `reason` may stand
 * beside others `reason/fr`, `reason/zh`: each is said in its language, `reason` in all that have none.
 */
export type Message = { readonly key: string; readonly values: Readonly<Record<string, ProblemValue>> };

/** Whether the catalogue knows a key. */
export function has(key: string): boolean {
  return messages.has(key);
}

/**
 * The sentence for a message. Total: an unknown key is shown with its values, a missing value as its name in braces; a reader is
 * better served by that than by nothing. `zone` is whose clock dates and times are written by.
 */
export function say(message: Message, language: Language, zone: Zone = utc): string {
  const texts = messages.get(message.key);
  if (texts === undefined) return `${message.key} ${JSON.stringify(message.values)}`;
  return sayTemplate(templateOf(texts[language]), { values: message.values, language, zone, missing: (name) => `{${name}}` });
}

/** As `say`, but an unknown key or a missing value is a `Bug`: for tests of those who make messages. */
export function mustSay(message: Message, language: Language, zone: Zone = utc): string {
  const texts = messages.get(message.key);
  if (texts === undefined) throw new Bug(`no message ${message.key} in the catalogue`);
  const missing = (name: string): string => {
    throw new Bug(`message ${message.key} speaks of ${name}, which was not given`);
  };
  return sayTemplate(templateOf(texts[language]), { values: message.values, language, zone, missing });
}

type Saying = {
  readonly values: Readonly<Record<string, ProblemValue>>;
  readonly language: Language;
  readonly zone: Zone;
  readonly missing: (name: string) => string;
  readonly count?: number;
};

const templates = new Map<string, Template>();

function templateOf(text: string): Template {
  const known = templates.get(text);
  if (known !== undefined) return known;
  const template = readTemplate(text);
  templates.set(text, template);
  return template;
}

/** The text of a template's parts. */
export function sayTemplate(template: Template, saying: Saying): string {
  let text = '';
  for (const part of template) text += sayPart(part, saying);
  return text;
}

function sayPart(part: Part, saying: Saying): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'count':
      return saying.count === undefined ? '#' : sayNumber(saying.count, saying.language);
    case 'value': {
      // What people wrote in several languages is said in the reader's, where they did.
      const own = `${part.name}/${saying.language}`;
      const name = Object.hasOwn(saying.values, own) ? own : part.name;
      const value = Object.hasOwn(saying.values, name) ? saying.values[name] : undefined;
      return value === undefined ? saying.missing(part.name) : sayValue(value, part.format, saying);
    }
    case 'choice': {
      const value = Object.hasOwn(saying.values, part.name) ? saying.values[part.name] : undefined;
      if (value === undefined) return saying.missing(part.name);
      return part.by === 'select' ? saySelected(part.branches, String(value), saying) : sayCounted(part.branches, countOf(value), saying);
    }
    default:
      return unreachable(part);
  }
}

type Branches = ReadonlyMap<string, Template>;

function saySelected(branches: Branches, value: string, saying: Saying): string {
  return sayTemplate(branches.get(value) ?? branches.get('other') ?? [], saying);
}

function sayCounted(branches: Branches, count: number, saying: Saying): string {
  const form = pluralForm(count, saying.language);
  return sayTemplate(branches.get(`=${count}`) ?? branches.get(form) ?? branches.get('other') ?? [], { ...saying, count });
}

function countOf(value: ProblemValue): number {
  return typeof value === 'object' ? value.length : Number(value);
}

function sayValue(value: ProblemValue, format: Format, saying: Saying): string {
  const { language, zone } = saying;
  if (typeof value === 'object') return sayList(value, language, format === 'or' ? 'or' : 'and');
  if (typeof value === 'boolean') return sayYesNo(value, language);
  switch (format) {
    case 'auto':
    case 'or':
      return typeof value === 'number' ? sayNumber(value, language) : value;
    case 'plain':
      return String(value);
    case 'percent':
      return typeof value === 'number' ? sayPercent(value, language) : value;
    case 'duration':
      return typeof value === 'number' ? sayDuration(value, language) : value;
    case 'date':
      return sayInstant(value, (minute) => sayDate(minute, zone, language));
    case 'time':
      return sayInstant(value, (minute) => sayTime(minute, zone));
    case 'dateTime':
      return sayInstant(value, (minute) => sayDateTime(minute, zone, language));
    default:
      return unreachable(format);
  }
}

function sayInstant(value: string | number, write: (minute: MinuteInstant) => string): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? write(minuteInstant(value)) : String(value);
  const micros = readIsoMicros(value);
  return isProblem(micros) ? value : write(minuteOfMicros(micros));
}
