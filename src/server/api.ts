// The HTTP interface: OpenAPI 3.1, tested with `request` and no port opened. The live feed is served before it, in `feed.ts`.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { type Live, productFormats, productNames } from '../app/index.ts';
import { isProblem, Malformed, type Problem, Refused } from '../kernel/index.ts';
import {
  documentMessage,
  joinMessage,
  type OrderMessage,
  orderMessage,
  outcomeMessage,
  playMessage,
  protocolVersion,
  session,
} from '../protocol/index.ts';
import type { Reader } from '../release/index.ts';
import { keyCookie, userOf } from './key-cookie.ts';

const as = z.object({ as: z.string().optional() });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const hint = z.object({ key: z.string(), values: z.record(z.string(), value) });
const problemBody = hint.extend({ maybe: hint.optional() });
const json = <S extends z.ZodType>(schema: S, description: string) => ({ description, content: { 'application/json': { schema } } });
const failed = {
  400: json(problemBody, 'What was asked for is not right, and why.'),
  403: json(problemBody, 'Not for this reader.'),
  404: json(problemBody, 'There is none yet.'),
};

const contentTypes = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', ics: 'text/calendar; charset=utf-8' } as const;

/** A product runs no script and reaches nothing, whatever text it was made from. */
const productPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-popups allow-modals";

/** An order or a steering is small; what is larger is not read to its end. */
const mostBodyBytes = 4 << 20;

// What is any JSON in itself is left open here: the interface's description cannot say it, and what an order holds is held against its
// own command's schema.
const anyOrder = orderMessage.extend({ order: z.unknown() });
const openDocument = z.object(Object.fromEntries(Object.keys(documentMessage.shape).map((name) => [name, z.any()])));

/** The routes over a live exercise. */
export function apiOf(live: Live): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (!result.success) return context.json(bodyOf(problemOf(result.error)), 400);
    },
  });
  api.use(
    '/api/*',
    bodyLimit({
      maxSize: mostBodyBytes,
      onError: (context) => context.json({ key: 'server.tooLarge', values: { most: mostBodyBytes } }, 413),
    }),
  );
  const user = ({ req }: Context) => userOf(live, { cookie: req.header('cookie'), host: req.header('host') });
  const reading = (context: Context, given: string | undefined): Reader | Problem => {
    const who = user(context);
    return live.readerNamed(given ?? live.session(who).readers[0] ?? 'public', who);
  };

  api.openapi(createRoute({ method: 'get', path: '/api/session', responses: { 200: json(session, 'What is served here.') } }), (context) =>
    context.json(live.session(user(context)), 200),
  );

  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/document',
      request: { query: as },
      responses: { 200: json(openDocument, 'The document as the reader reads it.'), ...failed },
    }),
    (context) => {
      const reader = reading(context, context.req.valid('query').as);
      if (isProblem(reader)) return context.json(bodyOf(reader), 403);
      const found = live.document(reader);
      return isProblem(found) ? context.json(bodyOf(found), 404) : context.json(found as never, 200);
    },
  );

  for (const what of ['plan', 'planning', 'rehearsal'] as const) {
    api.openapi(
      createRoute({
        method: 'get',
        path: `/api/${what}`,
        request: { query: as },
        responses: { 200: json(z.any(), 'As the reader reads it; null while there is none.'), ...failed },
      }),
      (context) => {
        const reader = reading(context, context.req.valid('query').as);
        return isProblem(reader) ? context.json(bodyOf(reader), 403) : context.json(live[what](reader) ?? null, 200);
      },
    );
  }

  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/commands',
      request: { body: { content: { 'application/json': { schema: anyOrder } }, required: true } },
      responses: { 200: json(outcomeMessage, 'Stored: accepted or refused.'), ...failed },
    }),
    async (context) => {
      const order = context.req.valid('json');
      try {
        return context.json((await live.order(order as OrderMessage, user(context))) as never, 200);
      } catch (error) {
        if (error instanceof Malformed) return context.json(bodyOf(error.problems[0] ?? noFields), 400);
        if (error instanceof Refused) return context.json(bodyOf(error.problem), 403);
        throw error;
      }
    },
  );

  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/join',
      request: { body: { content: { 'application/json': { schema: joinMessage } }, required: true } },
      responses: { 200: json(z.strictObject({ done: z.boolean() }), 'Admitted: the key comes as a cookie.'), ...failed },
    }),
    async (context) => {
      const joined = await live.join(context.req.valid('json').code);
      if (isProblem(joined)) return context.json(bodyOf(joined), 403);
      context.header('set-cookie', keyCookie(joined.key, joined.seconds, context.req.header('host')));
      return context.json({ done: true }, 200);
    },
  );

  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/play',
      request: { body: { content: { 'application/json': { schema: playMessage } }, required: true } },
      responses: { 200: json(z.strictObject({ done: z.boolean() }), 'Steered.'), ...failed },
    }),
    async (context) => {
      try {
        if (user(context).kind !== 'director') throw new Refused({ key: 'server.notSimulated', values: {} });
        await live.steer(context.req.valid('json'));
        return context.json({ done: true }, 200);
      } catch (error) {
        if (error instanceof Malformed) return context.json(bodyOf(error.problems[0] ?? noFields), 400);
        if (error instanceof Refused) return context.json(bodyOf(error.problem), 403);
        throw error;
      }
    },
  );

  api.get('/api/products/:file', async (context) => {
    const [product, format] = context.req.param('file').split('.');
    const isKnown = productNames.some((name) => name === product) && productFormats.some((name) => name === format);
    if (!isKnown) return context.json({ key: 'server.noSuchProduct', values: { product: context.req.param('file') } }, 404);
    const reader = reading(context, context.req.query('as'));
    if (isProblem(reader)) return context.json(bodyOf(reader), 403);
    const day = context.req.query('day');
    const request = { product, format, language: context.req.query('lang') ?? 'en', ...(day === undefined ? {} : { day }) } as Parameters<
      Live['publish']
    >[0];
    try {
      const content = await live.publish(request, reader);
      return context.body(content as never, 200, {
        'content-type': contentTypes[request.format],
        'x-content-type-options': 'nosniff',
        ...(request.format === 'html' ? { 'content-security-policy': productPolicy } : {}),
        'content-disposition': `inline; filename="${product}.${format}"`,
      });
    } catch (error) {
      if (error instanceof Refused) return context.json(bodyOf(error.problem), 404);
      if (error instanceof Malformed) return context.json(bodyOf(error.problems[0] ?? noFields), 404);
      throw error;
    }
  });

  api.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Entente', version: String(protocolVersion) } });
  api.notFound((context) => context.json({ key: 'server.noSuchAddress', values: { path: context.req.path } }, 404));
  api.onError((error, context) => {
    if (error instanceof HTTPException) return context.json(bodyOf(noFields), error.status);
    console.error(error);
    return context.json({ key: 'server.bug', values: {} }, 500);
  });
  return api;
}

function problemOf(error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string }[] }): Problem {
  return { key: 'server.malformed', values: { fields: error.issues.map(({ path }) => path.map(String).join('.')) } };
}

const noFields: Problem = { key: 'server.malformed', values: { fields: [] } };

/** A problem as a body: what is wrong and what may mend it. */
function bodyOf({ key, values, maybe }: Problem): z.input<typeof problemBody> {
  const plain = values as z.input<typeof hint>['values'];
  return maybe === undefined
    ? { key, values: plain }
    : { key, values: plain, maybe: { key: maybe.key, values: maybe.values as typeof plain } };
}
