// The `yaml` package reads the whole of YAML; this room reads a part. On that part both must agree.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { utf8 } from '../../kernel/index.ts';
import { readYaml } from './read-yaml.ts';

const pieces = [
  'a: ',
  'b: ',
  '- ',
  '\n',
  '\n',
  '\n  ',
  '\n    ',
  'x',
  'y z',
  '1',
  '"q"',
  "'s'",
  '[',
  ']',
  '{',
  '}',
  ', ',
  ' # c',
  '|\n',
  '>-\n',
  ':',
  '&n ',
  '*n',
  '  ',
  '~',
  '🚁',
];

const samples = [
  'a: 1\nb:\n  - x\n  - y: 2\n    z: [1, "two", {k: v}]\nc: |\n  t\n   u\n\nd: >\n  f\n  g\n\n  h\n',
  '- a\n- - b\n  - c\n- d: "x\n    y"\n  e: multi\n    line\n- &n k\n- *n\n',
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
  fc
    .record({ of: fc.constantFrom(...samples), at: fc.nat(90), cut: fc.nat(3), put: fc.constantFrom('', ...pieces) })
    .map(({ of, at, cut, put }) => of.slice(0, at) + put + of.slice(at + cut)),
);

test('what is read without fault is what the package reads', () => {
  fc.assert(
    fc.property(text, (source) => {
      const ours = readYaml('x.yaml', utf8(source));
      if (ours.problems.length > 0) return; // refused, rightly or out of caution
      const documents = parseAllDocuments(source, { prettyErrors: false, logLevel: 'silent' });
      const [document] = documents;
      if (document === undefined || !('errors' in document)) return;
      expect(documents).toHaveLength(1);
      expect(document.errors.map((error) => error.message)).toEqual([]);
      expect(JSON.parse(JSON.stringify(ours.value))).toEqual(JSON.parse(JSON.stringify(document.toJS() ?? {})));
    }),
    { numRuns: 5000 },
  );
});
