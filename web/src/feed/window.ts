// Which rows of a long list are in sight, with a few beyond so that scrolling shows no gap.
export const rowHeight = 62;
const beyond = 6;

export function windowOf(top: number, height: number, count: number): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  return { first, last: Math.min(count, Math.ceil((top + height) / rowHeight) + beyond) };
}
