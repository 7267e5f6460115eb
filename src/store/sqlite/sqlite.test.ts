import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../contract.ts';
import { openSqliteStore } from './index.ts';

storeContract('sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
  return { open: (options) => openSqliteStore(join(folder, 'log.sqlite'), options), remove: () => rmSync(folder, { recursive: true }) };
});
