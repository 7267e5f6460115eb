// Units and sites as APP-6 symbols. Whatever a document says, the context digit says exercise: nobody must take one for the real thing.
import ms from 'milsymbol';

const anyUnit = '10131000000000000000';
/** A camp for training, neutral. */
const trainingSite = '10142000001119020000';
const contextDigit = 2;
const inExercise = '1';

const made = new Map<string, string>();

/** The symbol as an image address. */
export function unitSymbol(code: string | undefined, size: number): string {
  return addressOf(exerciseCode(code ?? anyUnit), size);
}

export function siteSymbol(size: number): string {
  return addressOf(trainingSite, size);
}

export function exerciseCode(code: string): string {
  return code.slice(0, contextDigit) + inExercise + code.slice(contextDigit + 1);
}

function addressOf(code: string, size: number): string {
  const key = `${code}/${size}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const symbol = new ms.Symbol(code, { size, infoFields: false, outlineWidth: 2, outlineColor: 'rgb(255,255,255)' });
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(symbol.asSVG())}`;
  made.set(key, address);
  return address;
}
