// What one asks for an inject's means or a procedure's kind, kept so that answers can be remembered by it.

/** The same array for the same words. */
export type KindsOf = (kind: string, phase?: string) => readonly string[];

export function kindsKept(): KindsOf {
  const single = new Map<string, readonly string[]>();
  const paired = new Map<string, readonly string[]>();
  return (kind, phase) => {
    const [kept, key] = phase === undefined ? [single, kind] : [paired, `${kind}/${phase}`];
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = phase === undefined ? [kind] : [kind, phase];
    kept.set(key, made);
    return made;
  };
}
