// The door of YAML: bytes of a file to data with places, edits that keep comments, data to text.
export { classLineOf } from './class-line.ts';
export { editYaml, type YamlEdit } from './edit-yaml.ts';
export { limits as yamlLimits } from './limits.ts';
export type { PlaceOf } from './places.ts';
export { readYaml, type YamlFile } from './read-yaml.ts';
export { tooLarge } from './text-of-bytes.ts';
export { writeYaml } from './write-yaml.ts';
