import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Malformed, Refused, utf8 } from '../../kernel/index.ts';
import { languages, sayProblem } from '../../words/index.ts';
import { folderLimits, readFolder } from './read-folder.ts';
import { writeFileWhole, writeFolder } from './write-folder.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'entente-files-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(home, path, '..'), { recursive: true });
    await writeFile(join(home, path), text);
  }
}

async function problemsOf(dir: string): Promise<string[]> {
  const { problems } = await readFolder(dir);
  for (const problem of problems) {
    for (const language of languages) expect(sayProblem(problem, language).maybe).not.toBe('');
  }
  return problems.map((problem) => `${problem.key} ${problem.at?.file.replace(home, '~')}`);
}

test('YAML files are read in order of path, others are named, dot files passed over', async () => {
  await put({
    'shared/units.yaml': 'u',
    'parties/CHN/a.yml': 'é',
    'shared/Z.yaml': 'z',
    'README.md': '',
    '.git/x.yaml': '',
    'shared/.units.yaml.swp': '',
  });
  const { files, ignored, problems } = await readFolder(home);
  expect(problems).toEqual([]);
  expect(files.map((file) => file.path)).toEqual(['parties/CHN/a.yml', 'shared/Z.yaml', 'shared/units.yaml']);
  expect(files[0]?.bytes).toEqual(Buffer.from(utf8('é')));
  expect(ignored).toEqual(['README.md']);
});

test('a folder that is not there is answered with its neighbour', async () => {
  await mkdir(join(home, 'eagle-assault'));
  const { problems } = await readFolder(join(home, 'eagle-asault'));
  expect(problems).toMatchObject([{ key: 'files.missing', maybe: { key: 'kernel.meant', values: { name: join(home, 'eagle-assault') } } }]);
});

test('a file is no folder, and a folder without YAML is no document', async () => {
  await put({ 'a.yaml': '', 'sub/readme.txt': '' });
  expect(await problemsOf(join(home, 'a.yaml'))).toEqual(['files.notAFolder ~/a.yaml']);
  expect(await problemsOf(join(home, 'sub'))).toEqual(['files.noYaml ~/sub']);
});

test('links are refused, whether they lead outside, inside or nowhere', async () => {
  await put({ 'doc/shared/a.yaml': '', 'secret.yaml': '' });
  await symlink(join(home, 'secret.yaml'), join(home, 'doc/out.yaml'));
  await symlink('shared/a.yaml', join(home, 'doc/in.yaml'));
  await symlink('..', join(home, 'doc/up'));
  await symlink('gone', join(home, 'doc/none.yaml'));
  const { files } = await readFolder(join(home, 'doc'));
  expect(files.map((file) => file.path)).toEqual(['shared/a.yaml']);
  expect((await problemsOf(join(home, 'doc'))).sort()).toEqual([
    'files.linkInside in.yaml',
    'files.linkOutside none.yaml',
    'files.linkOutside out.yaml',
    'files.linkOutside up',
  ]);
});

test('a folder may itself be reached by a link', async () => {
  await put({ 'doc/a.yaml': '' });
  await symlink('doc', join(home, 'link'));
  expect((await readFolder(join(home, 'link'))).files).toHaveLength(1);
});

test('a file of 100 MB is refused by its size, the others are read', async () => {
  await put({ 'a.yaml': 'x', 'big.yaml': '' });
  await truncate(join(home, 'big.yaml'), 100 * 1024 * 1024);
  const { files, problems } = await readFolder(home);
  expect(files.map((file) => file.path)).toEqual(['a.yaml']);
  expect(problems).toMatchObject([{ key: 'files.tooLarge', values: { path: 'big.yaml', megabytes: 100, limit: 8 } }]);
});

test('nothing is read when all files together are too large', async () => {
  const names = Array.from({ length: 9 }, (_, n) => `${n}.yaml`);
  await put(Object.fromEntries(names.map((name) => [name, ''])));
  for (const name of names) await truncate(join(home, name), folderLimits.bytes);
  const { files, problems } = await readFolder(home);
  expect(files).toEqual([]);
  expect(problems).toMatchObject([{ key: 'files.tooMuch', values: { megabytes: 72, limit: 64 } }]);
});

test('nothing is read when there are too many files', async () => {
  for (let n = 0; n <= folderLimits.files; n++) await writeFile(join(home, `${n}.yaml`), '');
  const { files, problems } = await readFolder(home);
  expect(files).toEqual([]);
  expect(problems).toMatchObject([{ key: 'files.tooMany', values: { limit: 2000 } }]);
});

test('names that differ only in case or that Windows cannot keep are faults', async () => {
  await put({
    'shared/Units.yaml': '',
    'shared/units.yaml': '',
    'shared/a:b.yaml': '',
    'aux.yaml': '',
    'caf\u00e9.yaml': '',
    'cafe\u0301.yaml': '',
  });
  expect((await problemsOf(home)).sort()).toEqual([
    'files.clash caf\u00e9.yaml',
    'files.clash shared/units.yaml',
    'files.notPortable aux.yaml',
    'files.notPortable shared/a:b.yaml',
  ]);
});

// The superuser may open everything, so there is nothing to see.
test.skipIf(process.getuid?.() === 0)('what may not be opened is a fault of that file or folder', async () => {
  await put({ 'a.yaml': '', 'b/c.yaml': '', 'd.yaml': '' });
  await chmod(join(home, 'a.yaml'), 0);
  await chmod(join(home, 'b'), 0);
  expect((await problemsOf(home)).sort()).toEqual(['files.noPermission a.yaml', 'files.noPermission b']);
  await chmod(join(home, 'b'), 0o700);
});

const two = [
  { path: 'shared/units.yaml', bytes: utf8('u') },
  { path: 'excon/msel.yaml', bytes: utf8('m') },
];

test('a folder is written whole, and reads back', async () => {
  const dir = join(home, 'new/doc');
  await writeFolder(dir, two);
  const { files } = await readFolder(dir);
  expect(files.map((file) => `${file.path} ${Buffer.from(file.bytes)}`)).toEqual(['excon/msel.yaml m', 'shared/units.yaml u']);
  expect(await readdir(join(home, 'new'))).toEqual(['doc']);
});

test('a folder that holds something is replaced only when told, and then wholly', async () => {
  await put({ 'doc/old.yaml': 'o' });
  const dir = join(home, 'doc');
  await expect(writeFolder(dir, two)).rejects.toMatchObject({ problem: { key: 'files.notEmpty' } });
  expect(await readdir(dir)).toEqual(['old.yaml']);
  await writeFolder(dir, two, { overwrite: true });
  expect((await readdir(dir)).sort()).toEqual(['excon', 'shared']);
  expect(await readdir(home)).toEqual(['doc']);
});

test.each([['../out.yaml'], ['/etc/x.yaml'], ['a//b.yaml'], ['C:/x.yaml'], ['a\\..\\b.yaml'], ['nul.yaml']])(
  'the path %s is not written',
  async (path) => {
    await expect(writeFolder(join(home, 'doc'), [{ path, bytes: utf8('x') }])).rejects.toBeInstanceOf(Malformed);
    expect(await readdir(home)).toEqual([]);
  },
);

test('a failure leaves nothing behind', async () => {
  const clashing = [
    { path: 'a', bytes: utf8('x') },
    { path: 'a/b.yaml', bytes: utf8('x') },
  ];
  await expect(writeFolder(join(home, 'doc'), clashing)).rejects.toBeInstanceOf(Refused);
  await put({ file: '' });
  await expect(writeFolder(join(home, 'file'), two)).rejects.toMatchObject({ problem: { key: 'files.notAFolder' } });
  expect(await readdir(home)).toEqual(['file']);
});

test('a single file is written whole over an older one', async () => {
  const path = join(home, 'out/plan.json');
  await writeFileWhole(path, utf8('1'));
  await writeFileWhole(path, utf8('2'));
  expect(await readFile(path, 'utf8')).toBe('2');
  expect(await readdir(join(home, 'out'))).toEqual(['plan.json']);
});
