// The door to the network: one HTTP server on loopback with the page, the interface and the live feed.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Live } from '../app/index.ts';
import { isProblem, problem, Refused } from '../kernel/index.ts';
import { apiOf } from './api.ts';
import { comingPage } from './coming-page.ts';
import { feedHub } from './feed.ts';
import { userOf } from './key-cookie.ts';
import { staticFile } from './static-files.ts';

export type Listener = { readonly address: string; readonly close: () => Promise<void> };

const contentPolicy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; connect-src 'self'; font-src 'self' data:; frame-ancestors 'none'";

/** A feed's token has a place for every stream. */
const mostHeaderBytes = 256 * 1024;

/** Serves a live exercise on loopback only. Rejects with `Refused` when the port is taken. */
export async function listen(live: Live, { port, webFolder }: { readonly port: number; readonly webFolder: string }): Promise<Listener> {
  const api = getRequestListener(apiOf(live).fetch);
  const hub = feedHub(live);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = urlOf(request.url);
    if (url === undefined) return void response.writeHead(400).end();
    // A page elsewhere must reach nothing here, neither by a name that points to loopback nor by a form that posts.
    if (!isLocal(request.headers.host) || !isOwnOrigin(request)) return void response.writeHead(403).end();
    if (url.pathname === '/api/feed') {
      if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
      const { headers } = request;
      const user = userOf(live, headers);
      const name = url.searchParams.get('as') ?? live.session(user).readers[0] ?? 'public';
      const reader = live.readerNamed(name, user);
      if (isProblem(reader)) return void response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify(reader));
      const last = headers['last-event-id'] ?? url.searchParams.get('from') ?? undefined;
      const now = () => live.readerNamed(name, userOf(live, headers));
      return hub.join(
        response,
        { reader, now, isKnown: () => userOf(live, headers).kind === user.kind },
        typeof last === 'string' ? last : undefined,
      );
    }
    if (url.pathname.startsWith('/api/')) return void (await api(request, response));
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const file = await staticFile(webFolder, url.pathname);
    if (file === undefined && extname(url.pathname) === '') {
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '1', 'cache-control': 'no-store' });
      return void response.end(comingPage(live.session(userOf(live, request.headers)).exercise.names));
    }
    if (file === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.');
    response.writeHead(200, {
      'content-type': file.type,
      'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    response.end(file.bytes);
  };
  const server = createServer({ maxHeaderSize: mostHeaderBytes }, (request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await opened(server, port);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      hub.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function opened(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new Refused(problem('server.portTaken', { port }, { key: 'server.anotherPort', values: { port: port + 1 } }))
          : cause,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** The address of a request, which is a path on this server and nothing else. */
function urlOf(target = '/'): URL | undefined {
  const address = `http://localhost${target}`;
  return target.startsWith('/') && URL.canParse(address) ? new URL(address) : undefined;
}

const localHosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

function isLocal(host: string | undefined): boolean {
  return host !== undefined && localHosts.test(host);
}

function isOwnOrigin({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
