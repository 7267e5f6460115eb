// The page: files of the built web folder, read once when asked for, with the types and headers a browser needs offline.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export type StaticFile = { readonly bytes: Uint8Array; readonly type: string; readonly isImmutable: boolean };

/** The file of a path below the folder; a path without an ending is the page itself. Undefined when there is none. */
export async function staticFile(folder: string, path: string): Promise<StaticFile | undefined> {
  const wanted = extname(path) === '' ? '/index.html' : path;
  const decoded = decodedPath(wanted);
  if (decoded === undefined) return undefined;
  const file = normalize(join(folder, decoded));
  if (!file.startsWith(`${normalize(folder)}${sep}`)) return undefined;
  try {
    return {
      bytes: await readFile(file),
      type: types[extname(file)] ?? 'application/octet-stream',
      isImmutable: wanted.startsWith('/assets/'),
    };
  } catch {
    return undefined;
  }
}

/** A path without its percent encoding; undefined where that is broken, or names what no file is called. */
function decodedPath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
