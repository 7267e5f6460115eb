// Reads what is written behind an option; what is wrong there is a usage fault before any work begins.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';

type Read<T> = (text: string) => T;

export const existingFile: Read<string> = (path) => {
  if (!existsSync(path)) throw new InvalidArgumentError('There is no such file.');
  if (statSync(path).isDirectory()) throw new InvalidArgumentError('It is a folder; a file is wanted.');
  return path;
};

export const existingFolder: Read<string> = (path) => {
  if (!existsSync(path)) throw new InvalidArgumentError('There is no such folder.');
  if (!statSync(path).isDirectory()) throw new InvalidArgumentError('It is a file; a folder is wanted.');
  return path;
};

/** The folder that holds a document. */
export const existingDocument: Read<string> = existingFolder;

/** Where a file is to go. What stands in its way is told before any work is done for it. */
export const placeForFile: Read<string> = (path) => {
  if (path === '') throw new InvalidArgumentError('The name of a file is wanted.');
  if (existsSync(path) && statSync(path).isDirectory()) throw new InvalidArgumentError('It is a folder; a file is wanted.');
  mustTakeFiles(dirname(resolve(path)));
  return path;
};

/** A folder that files are to go into; it is made when it is not there. */
export const placeForFiles: Read<string> = (path) => {
  if (path === '') throw new InvalidArgumentError('The name of a folder is wanted.');
  mustTakeFiles(resolve(path));
  return path;
};

function mustTakeFiles(folder: string): void {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  if (!existsSync(there) || !statSync(there).isDirectory()) throw new InvalidArgumentError(`${there} is no folder.`);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch {
    throw new InvalidArgumentError(`Nothing may be written into ${there}.`);
  }
}

export const wholeNumber =
  (least: number, most: number): Read<number> =>
  (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`A whole number from ${least} to ${most} is wanted.`);
    return value;
  };

export const factor: Read<number> = (text) => {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= 100_000)) throw new InvalidArgumentError('A factor above 0 is wanted, like 60.');
  return value;
};

export const share: Read<number> = (text) => {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('A share from 0 to 1 is wanted, like 0.6.');
  return value;
};

/** A seed is a text to the generators; on the command line a whole number, so that everyone writes it alike. */
export const seed: Read<string> = (text) => {
  if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('A whole number is wanted.');
  return text.replace(/^0+(?=\d)/, '');
};

const secondsOf = { ms: 0.001, s: 1, min: 60, h: 3600 } as const;

/** `500ms`, `10s`, `2min`, `1h`; a bare number says no unit and is refused. */
export const durationSeconds: Read<number> = (text) => {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|min|h)$/.exec(text) ?? [];
  const seconds = Number(amount) * secondsOf[unit as keyof typeof secondsOf];
  if (!(seconds > 0)) throw new InvalidArgumentError('A duration with its unit is wanted, like 10s or 2min.');
  return seconds;
};

export const isoDay: Read<string> = (text) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('A day is wanted, like 2024-07-12.');
  return text;
};

export const originName: Read<string> = (text) => {
  if (!/^[a-z\d][a-z\d-]{0,39}$/.test(text))
    throw new InvalidArgumentError('A name of small letters, digits and hyphens is wanted, like brest.');
  return text;
};

/** For an option that may be given several times. */
export const collected = (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), text];
