// A file in the data folder that several may take away, and one does.
import { unlinkSync } from 'node:fs';

/** Whether it was we who took the file away: then nobody else did. */
export function isRemoved(file: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch {
    return false;
  }
}
