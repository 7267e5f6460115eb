// Which Node runs us. Loaded first by every script and by bin/entente, and before any native module: the SQLite binding
// does not throw on an old Node, it takes the process down. Plain JavaScript that Node 18 parses.
'use strict';

const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const floor = { major: 22, minor: 12 };

/** EX_CONFIG of sysexits.h: the machine is not set up for us. */
const exitNotSetUp = 78;

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > floor.major || (major === floor.major && minor >= floor.minor);
}

/** The Node that the lock file brought, if this platform has one; else undefined. */
function bundledNode(folder = root, platform = process.platform, architecture = process.arch) {
  const system = platform === 'win32' ? 'win' : platform;
  const file = join(folder, 'node_modules', `node-${system}-${architecture}`, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/**
 * True when this process runs a Node that can run us. Otherwise the same command starts again under the bundled Node
 * (its exit code becomes ours), or the process ends with 78; the caller then does nothing more.
 */
function underRecentNode(file) {
  if (isRecent(process.versions.node)) {
    followParent();
    return true;
  }
  const node = bundledNode();
  if (node === undefined) {
    notSetUp(`Entente needs Node ${floor.major}.${floor.minor} or newer; this is ${process.versions.node}.`);
    return false;
  }
  // The channel carries nothing: its closing tells the child that we are gone, even by kill -9, so that no server is left behind.
  const child = spawn(node, [file, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ENTENTE_FOLLOWS: String(process.pid) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to both of us; anyone else has told only the parent.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) => notSetUp(`The Node at ${node} does not start here: ${error.message}.`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
  return false;
}

function followParent() {
  if (process.env.ENTENTE_FOLLOWS !== String(process.ppid) || !process.connected) return;
  process.env.ENTENTE_FOLLOWS = '';
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}

function notSetUp(what) {
  process.stderr.write(
    `${what}\nMaybe run "npm ci" in ${root} (it brings Node 24 for Linux and Windows), or install Node 24 from nodejs.org.\n`,
  );
  process.exitCode = exitNotSetUp;
}

module.exports = { bundledNode, exitNotSetUp, isRecent, root, underRecentNode };
