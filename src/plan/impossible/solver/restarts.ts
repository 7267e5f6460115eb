// How long the solver follows one line of decisions before it begins anew: mostly shortly, at times much longer (the sequence of Luby).

const unit = 64;

/** The conflicts until the restart of this number. */
export function conflictsUntil(restart: number): number {
  let [size, sequence] = [1, 0];
  while (size < restart + 1) {
    sequence++;
    size = 2 * size + 1;
  }
  let left = restart;
  while (size - 1 !== left) {
    size = (size - 1) >> 1;
    sequence--;
    left %= size;
  }
  return unit * 2 ** sequence;
}
