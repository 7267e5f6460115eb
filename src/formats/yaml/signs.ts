// The characters that carry YAML's structure, as UTF-16 units, and the few questions the readers ask of them.

export const tab = 0x09;
export const lineFeed = 0x0a;
export const space = 0x20;
export const doubleQuote = 0x22;
export const hash = 0x23;
export const singleQuote = 0x27;
export const comma = 0x2c;
export const dash = 0x2d;
export const colon = 0x3a;
export const questionMark = 0x3f;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const ampersand = 0x26;
export const asterisk = 0x2a;
export const exclamation = 0x21;
export const pipe = 0x7c;
export const greaterThan = 0x3e;
export const percent = 0x25;

/** A space or a tab. */
export function isBlank(sign: number): boolean {
  return sign === space || sign === tab;
}

/** A space, a tab or the end of a line. */
export function isGap(sign: number): boolean {
  return sign === space || sign === lineFeed || sign === tab;
}

/** One of `,[]{}`, which mean something inside brackets only. */
export function isFlowSign(sign: number): boolean {
  return sign === comma || sign === openBracket || sign === closeBracket || sign === openBrace || sign === closeBrace;
}

/** Signs that no unquoted text may begin with: `,` `]` `}` `%` `@` `#` and the backtick. */
export function isReserved(sign: number): boolean {
  return (
    sign === comma || sign === closeBracket || sign === closeBrace || sign === percent || sign === hash || sign === 0x40 || sign === 0x60
  );
}
