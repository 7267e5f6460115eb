// What a document file may cost: every reader of YAML in this room stops at these bounds, whatever the bytes say.

/** Bounds on one file. A file of the model exercise takes well under a hundredth of each. */
export const limits = {
  /** The size of a file in bytes. */
  bytes: 8 * 1024 * 1024,
  /** How deep lists and maps may nest, aliases followed. */
  depth: 64,
  /** Values of a file once every alias is followed. */
  nodes: 2_000_000,
  /** The longest key, in UTF-16 units; YAML 1.2 §7.4.2 allows no more for a key on its own line. */
  keyLength: 1024,
  /** Faults that are named one by one; the rest is counted. */
  faults: 200,
} as const;
