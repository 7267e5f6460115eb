import { storeContract } from '../contract.ts';
import { memoryDisk, openMemoryStore } from './index.ts';

storeContract('memory', () => {
  const disk = memoryDisk();
  return { open: (options) => openMemoryStore(options, disk), remove: () => undefined };
});
