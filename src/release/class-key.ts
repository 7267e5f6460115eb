// Writes a class as one line of text and reads it back: `RESTRICTED/BLR,CHN/MEDICAL/party:CHN`.
// Streams are keyed by it, so two classes have the same text exactly when they mean the same.
import { type Brand, isProblem, type Problem, problem, unreachable } from '../kernel/index.ts';
import { type Audience, type Class, canonicalClass } from './class.ts';
import { canonicalLabel, type Label } from './label.ts';

/** The canonical text of a class. */
export type ClassKey = Brand<string, 'ClassKey'>;

/**
 * The canonical text of a class: classification / sorted parties or `PUBLIC` / sorted caveats / audience kind:id.
 * What would be mistaken for the text's own marks (`% / , :`, a space at either end, control characters, halves of a surrogate pair) is written `%2F` or `%uD800`,
 * an empty name `%00`, and a party that calls itself `PUBLIC` `%50UBLIC`.
 *
 * @example classKey({ label: { classification: 'RESTRICTED', releasableTo: ['CHN', 'BLR'], caveats: [] }, audience: { kind: 'everyone' } })
 *          // 'RESTRICTED/BLR,CHN//everyone:'
 */
export function classKey(ofClass: Class): ClassKey {
  return `${labelKey(ofClass.label)}/${audienceText(ofClass.audience)}` as ClassKey;
}

/** The canonical text of a label: the first three parts of a class's. */
export function labelKey(label: Label): string {
  const { classification, releasableTo, caveats } = canonicalLabel(label);
  const parties = releasableTo === 'PUBLIC' ? 'PUBLIC' : releasableTo.map(partyText).join(',');
  return `${escaped(classification)}/${parties}/${caveats.map(escaped).join(',')}`;
}

/** `excon:`, `party:CHN`, `post:HQ`, `everyone:`, `public:`. */
export function audienceText(audience: Audience): string {
  switch (audience.kind) {
    case 'excon':
    case 'everyone':
    case 'public':
      return `${audience.kind}:`;
    case 'party':
    case 'post':
      return `${audience.kind}:${escaped(audience.id)}`;
    default:
      return unreachable(audience);
  }
}

/** Reads the canonical text of a class back; any other text, even of the same meaning, is a problem. A key that `classKey` made never is. */
export function readClassKey(key: ClassKey): Class;
export function readClassKey(text: string): Class | Problem;
export function readClassKey(text: string): Class | Problem {
  const found = readClass(text);
  if (isProblem(found)) return found;
  const canonical = classKey(found);
  return canonical === text
    ? found
    : problem('release.classNotCanonical', { text }, { key: 'release.writeInstead', values: { text: canonical } });
}

/** Reads a class as people write it: parties and caveats in any order, spaces around the marks. */
export function readClass(text: string): Class | Problem {
  const [classification, parties, caveats, audience, ...more] = text.split('/').map(withoutSpaces);
  if (parties === undefined || caveats === undefined || audience === undefined || more.length > 0) return malformed(text);
  const readAs = {
    classification: unescaped(classification ?? ''),
    releasableTo: parties === 'PUBLIC' ? ('PUBLIC' as const) : unescapedList(parties),
    caveats: unescapedList(caveats),
    audience: readAudience(audience),
  };
  if (isProblem(readAs.audience)) return readAs.audience;
  if (readAs.classification === undefined || readAs.releasableTo === undefined || readAs.caveats === undefined) return malformed(text);
  const label = { classification: readAs.classification, releasableTo: readAs.releasableTo, caveats: readAs.caveats };
  return canonicalClass({ label, audience: readAs.audience });
}

/** Reads `excon:`, `party:ID`, `post:ID`, `everyone:` or `public:`; the colon may be left out where no name follows. */
export function readAudience(text: string): Audience | Problem {
  const colon = text.indexOf(':');
  const kind = colon < 0 ? text : text.slice(0, colon);
  const id = colon < 0 ? '' : text.slice(colon + 1);
  if (kind === 'excon' || kind === 'everyone' || kind === 'public') return id === '' ? { kind } : malformedAudience(text);
  if (kind !== 'party' && kind !== 'post') return malformedAudience(text);
  const name = unescaped(withoutSpaces(id));
  return name === undefined ? malformedAudience(text) : { kind, id: name };
}

const emptyName = '%00';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const needsEscape = /^ | $|[%/,:\u0000-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapeMark = /%u([0-9A-F]{4})|%([0-9A-F]{2})/g;

function partyText(party: string): string {
  return party === 'PUBLIC' ? '%50UBLIC' : escaped(party);
}

function escaped(name: string): string {
  if (name === '') return emptyName;
  if (name === '\u0000') return '%u0000';
  return name.replace(needsEscape, (mark) => {
    const code = mark.charCodeAt(0);
    const digits = code.toString(16).toUpperCase();
    return code < 0x100 ? `%${digits.padStart(2, '0')}` : `%u${digits.padStart(4, '0')}`;
  });
}

/** The name that an escaped text stands for; undefined when it is none: empty, or with a mark that should have been escaped. */
function unescaped(text: string): string | undefined {
  if (text === emptyName) return '';
  if (text === '' || text.replace(escapeMark, '_').search(needsEscape) >= 0) return undefined;
  return text.replace(escapeMark, (_, long?: string, short?: string) => String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)));
}

function unescapedList(text: string): readonly string[] | undefined {
  if (text === '') return [];
  const names: string[] = [];
  for (const part of text.split(',')) {
    const name = unescaped(withoutSpaces(part));
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
}

function withoutSpaces(text: string): string {
  return text.replace(/^ +| +$/g, '');
}

function malformed(text: string): Problem {
  return problem('release.classMalformed', { text }, { key: 'release.classForm', values: { example: 'RESTRICTED/BLR,CHN//everyone:' } });
}

function malformedAudience(text: string): Problem {
  return problem('release.audienceMalformed', { text }, { key: 'release.audienceForm', values: {} });
}
