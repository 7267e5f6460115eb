// The door of the store: the log on disk, an engine a folder (`memory/`, `sqlite/`, each with a door of its own).
export type { Lease, LeaseRequest } from './lease.ts';
export { nodeHashText, nodeSealing } from './node-sealing.ts';
export type {
  Appended,
  ErasableRecord,
  ErasedRecord,
  Heads,
  Imported,
  ReadOptions,
  Snapshot,
  Store,
  StoreOptions,
} from './store.ts';
