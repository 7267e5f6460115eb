// The beginning for whoever comes by a link: its code becomes this browser's key, and leaves the address before anything else is shown.
import type { Wire } from '../../../src/client/index.ts';

/** Resolves at once where the address holds no code; a code that is good no more leaves everything as it was. */
export async function joined(wire: Wire): Promise<void> {
  const code = new URLSearchParams(location.hash.slice(1)).get('join');
  if (code === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  await wire.post('/api/join', { code });
}
