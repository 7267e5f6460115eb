// What a build is made of, and whether it is older than that. Read by bin/entente at every start, so it only looks at
// times; scripts/build.mjs compares the contents when the times differ. Plain JavaScript that Node 18 parses.
'use strict';

const { readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const settings = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.build.json'];
// The rooms that the page may import; a change in the server is no reason to pack the page again.
const pageRooms = ['kernel', 'words', 'release', 'exercise', 'plan', 'conduct', 'assess', 'rehearse', 'products', 'protocol', 'client'];

const parts = {
  core: { stamp: 'dist/.core-built', inputs: ['src', ...settings] },
  page: { stamp: 'dist/.page-built', inputs: ['web', 'tsconfig.web.json', ...pageRooms.map((room) => `src/${room}`), ...settings] },
};

/** Every file a part is made of, with its time, and every folder's time (a file taken away changes only its folder's). */
function inputsOf(root, part) {
  const files = [];
  let newest = 0;
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.mtimeMs > newest) newest = stat.mtimeMs;
    if (!stat.isDirectory()) {
      files.push(path);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) if (!/\.test\.tsx?$/.test(name)) visit(`${path}/${name}`);
  };
  for (const path of part.inputs) visit(path);
  return { files, newest };
}

/** Whether nothing the part is made of is newer than its last build. */
function looksFresh(root, part) {
  const stamp = statSync(join(root, part.stamp), { throwIfNoEntry: false });
  return stamp !== undefined && inputsOf(root, part).newest <= stamp.mtimeMs;
}

module.exports = { inputsOf, looksFresh, parts };
