// Whether a file system answers at all. Asked by another process: a process that waits for a dead one can neither call that off nor end.
import { spawn } from 'node:child_process';

const look = "try { require('node:fs').statSync(process.argv[1]) } catch {}";

/** False when nothing has come back after so many seconds; that there is no such folder is an answer. */
export function answersWithin(seconds: number, path: string, program: string = look): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', program, path], { stdio: 'ignore' });
    const waiting = setTimeout(() => {
      child.kill('SIGKILL');
      child.unref();
      resolve(false);
    }, seconds * 1000);
    const answered = (): void => {
      clearTimeout(waiting);
      resolve(true);
    };
    child.on('exit', answered).on('error', answered);
  });
}
