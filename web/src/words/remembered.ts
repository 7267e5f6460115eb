// Small choices of this device that outlast a visit. A browser may forbid storage; then nothing is remembered.
const prefix = 'entente.';

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Not remembered, and nothing else depends on it.
  }
}
