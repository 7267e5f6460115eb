// The `yaml` package, loaded at the first edit: whoever only reads documents does not wait for it.
import { createRequire } from 'node:module';

type Library = typeof import('yaml');

let loaded: Library | undefined;

export function yamlLibrary(): Library {
  loaded ??= createRequire(import.meta.url)('yaml') as Library;
  return loaded;
}
