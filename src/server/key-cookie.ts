// The key of a person who was admitted, as a browser keeps it: a cookie that no script reads, no other site sends, and that goes to this port's interface.
import type { Live } from '../app/index.ts';

type Headers = { readonly cookie?: string | undefined; readonly host?: string | undefined };

/** Who makes a request. */
export function userOf(live: Live, headers: Headers): ReturnType<Live['userOf']> {
  return live.userOf(keyIn(headers));
}

/** Cookies are shared by all ports of a host, so the name says for which it is. */
const nameFor = (host: string | undefined): string => `entente-${/:(\d+)$/.exec(host ?? '')?.[1] ?? '80'}`;

export function keyIn({ cookie = '', host }: Headers): string | undefined {
  const start = `${nameFor(host)}=`;
  const found = cookie.split(/; */).find((each) => each.startsWith(start));
  return found?.slice(start.length);
}

export function keyCookie(key: string, seconds: number, host: string | undefined): string {
  return `${nameFor(host)}=${key}; Path=/api; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;
}
