// The page in a real browser, on the model exercise as it is played: what it shows, to whom, in which language, and how it is handled by key.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { has, type Language, languages, say } from '../../src/words/index.ts';
import { type Played, played } from './played-exercise.ts';

const script = (name: string) => import(new URL(`../../scripts/${name}`, import.meta.url).href);
const { findBrowser } = (await script('browser.mjs')) as { readonly findBrowser: () => { readonly file?: string } };
const { build } = (await script('build.mjs')) as { readonly build: (parts: readonly string[]) => Promise<boolean> };

const webFolder = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'web');
const { file: executablePath } = findBrowser();
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const switches = [...quiet, '--disable-component-update', '--disable-sync', '--enable-unsafe-swiftshader'];

const withoutWebGl = `
  const given = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : given.call(this, kind, ...rest);
  };`;

// Without a browser there is nothing to look with; `npm test` says why there is none.
describe.skipIf(executablePath === undefined)('the page', () => {
  let browser: Browser;
  let exercise: Played;
  let context: BrowserContext;
  let page: Page;
  let asked: string[];
  let complaints: string[];

  beforeAll(async () => {
    expect(await build(['page'])).toBe(true);
    exercise = await played(webFolder, '2024-07-12T06:30:00Z');
    browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: switches });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await exercise?.close();
  });
  beforeEach(async () => {
    await opened();
  });
  afterEach(() => context.close());

  // Drawn without a graphics card, the map takes most of a machine's time; only the test that looks at it has it.
  async function opened({ webGl = false, ...options }: Parameters<Browser['newContext']>[0] & { webGl?: boolean } = {}): Promise<void> {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', ...options });
    if (!webGl) await context.addInitScript({ content: withoutWebGl });
    page = await context.newPage();
    asked = [];
    complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  }

  async function at(query = '', language: Language = 'en'): Promise<void> {
    const [search = '', hash = ''] = query.split('#');
    await page.goto(`${exercise.address}?lang=${language}${search === '' ? '' : `&${search}`}${hash === '' ? '' : `#${hash}`}`);
    const live = page.getByText(said('screen.link.live', language), { exact: true });
    await live.waitFor().catch(async (cause) => {
      throw new Error(`The page does not go live. ${complaints.join('; ')} ${await text()}`, { cause });
    });
  }

  // The machine that runs this may be busy with other things.
  const soon = (look: () => unknown) => expect.poll(look, { timeout: 30_000 });
  const said = (key: string, language: Language = 'en', values = {}) => say({ key, values }, language);
  const text = () => page.locator('body').textContent();
  const view = (id: string) => page.locator(`[data-view="${id}"]`);

  test('fills with clocks, plan, map, feed and coverage, and asks nobody else for anything', async () => {
    await opened({ webGl: true });
    await at();
    await view('timeline').getByRole('application').waitFor();
    await view('map').getByText('Lake Beloye crossing').waitFor();
    await page.locator('[data-simple="false"] canvas').waitFor();
    await view('feed').getByRole('article').first().waitFor();
    await view('coverage').getByRole('table').waitFor();
    const clocks = await page.getByTestId('clocks').textContent();
    expect(clocks).toContain('120930CJUL24');
    expect(clocks).toContain('D+4');
    expect(asked.filter((url) => !url.startsWith(exercise.address) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('bears the exercise marking above and below', async () => {
    await at('as=BLR');
    for (const edge of ['top', 'bottom']) {
      expect(await page.getByTestId(`marking-${edge}`).textContent()).toContain(said('exercise.marking'));
      expect(await page.getByTestId(`marking-${edge}`).textContent()).toContain('Releasable to BLR');
    }
  });

  test('as the public it holds nothing but the public', async () => {
    const bodies: string[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('/api/') && !response.url().includes('/api/feed')) bodies.push(await response.text());
    });
    await at('as=public');
    await page.getByText('near Brest').first().waitFor();
    const { serials, units, sites, posts } = exercise.exercise;
    const secret = [...serials.list, ...units.list, ...sites.list, ...posts.list].flatMap(({ id, name }) => [id, ...Object.values(name)]);
    // Short identifiers are also parts of words; names and long identifiers are not.
    const telling = secret.filter((one) => one.length > 6);
    const shown = (await text()) ?? '';
    expect(telling.filter((one) => shown.includes(one))).toEqual([]);
    const sent = bodies.join('\n');
    expect(telling.filter((one) => sent.includes(`"${one}"`))).toEqual([]);
    expect(await view('timeline').count()).toBe(0);
    expect(await view('feed').count()).toBe(0);
    expect(await page.getByTestId('marking-top').textContent()).toContain('UNCLASSIFIED');
  });

  test('switched from everything to one party, nothing of the other’s own stays', async () => {
    await at();
    await view('feed').getByRole('article').first().waitFor();
    await page.getByLabel(said('screen.seeAs')).selectOption('BLR');
    await page.getByText(said('screen.link.live'), { exact: true }).waitFor();
    await view('feed').getByRole('article').first().waitFor();
    await view('feed').getByText(said('screen.feed.routine')).click({ force: true });
    expect(await page.getByTestId('marking-top').textContent()).toContain('Releasable to BLR');
    expect(await view('feed').locator('[data-audience="party:CHN"], [data-audience="excon:"]').count()).toBe(0);
    expect(await view('feed').locator('[data-audience="party:BLR"]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: said('screen.page.rehearsal') }).count()).toBe(0);
  });

  test('the reader stands in the address, so that a page opened again shows the same', async () => {
    await at();
    await page.getByLabel(said('screen.seeAs')).selectOption('CHN');
    await soon(() => new URL(page.url()).searchParams.get('as')).toBe('CHN');
    await page.reload();
    await soon(() => page.getByTestId('marking-top').textContent()).toContain('Releasable to CHN');
  });

  test.each(languages)('speaks %s throughout', async (language) => {
    await at('', language);
    await view('feed').getByRole('article').first().waitFor();
    for (const key of ['screen.timeline.title', 'screen.map.title', 'screen.feed.title', 'screen.coverage.title']) {
      expect(has(key)).toBe(true);
      await page.getByRole('heading', { name: said(key, language), exact: true }).waitFor();
    }
    expect(await page.getAttribute('html', 'lang')).toBe(language === 'zh' ? 'zh-Hans' : language);
    expect(await text()).not.toMatch(/screen\.[a-z]|\{[a-z]+\}/i);
  });

  test('the language is changed on the page and remembered', async () => {
    await at();
    await page.getByLabel(said('screen.language')).selectOption('fr');
    await page.getByRole('heading', { name: said('screen.feed.title', 'fr') }).waitFor();
    await page.goto(exercise.address);
    await page.getByRole('heading', { name: said('screen.feed.title', 'fr') }).waitFor();
  });

  test('the timeline is read by key, and tells what was chosen', async () => {
    await at();
    const chart = view('timeline').getByRole('application');
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const detail = page.getByTestId('serial-detail');
    await detail.waitFor();
    const first = await detail.getByRole('heading', { level: 3 }).textContent();
    await page.keyboard.press('ArrowDown');
    await soon(() => detail.getByRole('heading', { level: 3 }).textContent()).not.toBe(first);
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
  });

  test('the timeline stands as a table too, with every booked serial', async () => {
    await at();
    await view('timeline').getByText(said('screen.form.table'), { exact: true }).click();
    const held = exercise.plan.bookings.filter((booking) => booking.held).length;
    await soon(() => view('timeline').getByRole('row').count()).toBe(held + 1);
  });

  test('the feed is read by key, and shows an event whole with its mark', async () => {
    await at('as=BLR');
    await view('feed').getByRole('article').first().waitFor();
    await view('feed').getByRole('feed').focus();
    await page.keyboard.press('ArrowDown');
    const detail = view('feed').getByRole('complementary');
    const first = await detail.textContent();
    expect(first).toContain('(RESTRICTED//BLR');
    await page.keyboard.press('ArrowDown');
    await soon(() => detail.textContent()).not.toBe(first);
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
  });

  test('events show as they happen', async () => {
    await at();
    await view('feed').getByRole('article').first().waitFor();
    exercise.tell('ChangeNoticeIssued', { notice: 'n-1', number: 77, serial: 'CD-1', what: 'time', text: 'An hour later' });
    await view('feed').getByText('Change notice 77').waitFor();
  });

  test('STOP and NO DUFF overtake everything, with place, channel and telephone', async () => {
    await at();
    exercise.tell('StopCalled', { stop: 'stop-1', site: 'TOWN', serials: ['CD-1'] });
    const alerts = page.getByTestId('alerts');
    await alerts.getByText('Training town Novy Dvor').waitFor();
    exercise.tell('NoDuffRaised', {
      alert: 'alert-1',
      site: 'LAKE',
      kind: 'casualty',
      drill: false,
      serials: [],
      channel: 'SAFETY 1',
    });
    await alerts.getByText('NO DUFF', { exact: true }).waitFor();
    const first = await alerts.getByRole('alert').first().textContent();
    expect(first).toContain('NO DUFF');
    expect(first).toContain('SAFETY 1');
    expect(first).toContain('ext.');
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    expect(await alerts.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(40);
    exercise.tell('StopLifted', { stop: 'stop-1' });
    exercise.tell('NoDuffResumed', { alert: 'alert-1', serials: [] });
    await alerts.waitFor({ state: 'detached' });
  });

  test('the director orders a STOP with one choice of a place', async () => {
    await at();
    await page.getByRole('button', { name: said('screen.alert.stop'), exact: true }).click();
    await page.getByRole('menuitem', { name: 'Lake Beloye crossing' }).click();
    await soon(() => exercise.orders.at(-1)).toMatchObject({ type: 'CallStop', order: { site: 'LAKE' } });
  });

  test('an answer that waits is translated, let go, let go changed, or withheld with a reason', async () => {
    await at();
    await view('feed').getByRole('article').first().waitFor();
    const answer = { request: 'REQ-NEW', by: 'JCP-BLR', to: 'JCP-CHN', language: 'ru', text: 'Мост открыт с полудня.' };
    exercise.tell('AnswerSubmitted', { ...answer, madeAt: { at: 0, skew: 0 } }, 'RESTRICTED/BLR//party:BLR');
    await view('feed').getByText(answer.text).first().click();
    const detail = view('feed').getByRole('complementary');
    const button = (key: string) => detail.getByRole('button', { name: said(key), exact: true }).first();
    const field = (key: string) => detail.getByLabel(said(key), { exact: true }).first();
    await button('screen.act.translate').waitFor();
    expect(await button('screen.act.translate').isDisabled()).toBe(true);
    await field('screen.act.translation').fill('The bridge is open from noon.');
    await button('screen.act.translate').click();
    await soon(() => exercise.orders.at(-1)).toMatchObject({ type: 'TranslateAnswer', order: { request: 'REQ-NEW' } });
    expect(await button('screen.act.withhold').isDisabled()).toBe(true);
    await field('screen.act.reason').fill('It names a place of ours.');
    await button('screen.act.withhold').click();
    const withheld = { request: 'REQ-NEW', decision: 'withheld', reason: 'It names a place of ours.' };
    await soon(() => exercise.orders.at(-1)).toMatchObject({ type: 'ReviewAnswer', order: withheld });
    await field('screen.act.releasedText').fill('The bridge is open.');
    await button('screen.act.releaseChanged').click();
    await soon(() => exercise.orders.at(-1)).toMatchObject({ type: 'ReviewAnswer', order: { decision: 'releasedChanged' } });
    await button('screen.act.release').click();
    await soon(() => exercise.orders.at(-1)).toMatchObject({ type: 'ReviewAnswer', order: { decision: 'released' } });
  });

  test('play is steered: speed, step, and a jump that fills the page', async () => {
    await at();
    await page.getByRole('button', { name: '600×' }).click();
    await soon(() => exercise.steered.at(-1)).toEqual({ speed: 600 });
    await page.getByRole('button', { name: said('screen.play.step') }).click();
    await soon(() => exercise.steered.at(-1)).toEqual({ step: true });
    await page.getByRole('button', { name: said('screen.play.jump') }).click();
    await page.getByRole('menuitem', { name: /next morning/ }).click();
    await soon(() => page.getByTestId('clocks').textContent()).toContain('130600CJUL24');
  });

  test('what is being prepared is shown until it is done', async () => {
    await at();
    const jobs = page.getByRole('list', { name: said('screen.jobs') });
    await jobs.getByText(said('screen.share', 'en', { share: 0.5 })).waitFor();
    exercise.changeJob({ id: 'rehearse', message: { key: 'app.rehearsing', values: {} }, share: 1, state: 'done' });
    await jobs.waitFor({ state: 'detached' });
  });

  test('coordination says what its figures are computed from', async () => {
    await at('#assessment');
    await view('coordination')
      .getByText(/Computed from .* “What all parties read”/)
      .waitFor();
    await view('coordination').getByRole('rowheader', { name: 'Back-brief' }).waitFor();
  });

  test('on a phone nothing runs off the side', async () => {
    await opened({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    for (const name of ['', '#assessment', '#plan', '#about']) {
      await at(name);
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      expect(over).toBeLessThanOrEqual(0);
      // A panel cuts off what runs out of it.
      const cut = Number(
        await page.evaluate(
          `Math.max(0, ...[...document.querySelectorAll('[data-view] section')].map((one) => one.getBoundingClientRect().right)) - innerWidth`,
        ),
      );
      expect(cut).toBeLessThanOrEqual(0);
    }
  });

  test('where there is no plan, it shows what cannot hold together and what would mend it', async () => {
    const stated = {
      sentence: { key: 'plan.why.held', values: { serial: 'S-1', minutes: 30 } },
      at: { file: 'shared/serials.yaml', line: 7 },
    };
    const way = { sentence: { key: 'plan.way.leaveOut', values: { serial: 'S-1' } }, at: stated.at, cost: 80, isPlanFound: true };
    const headline = { key: 'plan.why.cannotHold', values: { serial: 'S-1' } };
    const reasons = [{ headline, statements: [stated], count: 1, isMinimal: true, ways: [way] }];
    exercise.showPlanning({ state: 'impossible', points: [], best: null, draft: null, reasons, isLooking: false, isWhole: true });
    try {
      for (const language of languages) {
        await at('#plan', language);
        for (const { key, values } of [headline, stated.sentence, way.sentence])
          await view('plan')
            .getByText(said(key, language, values))
            .first()
            .waitFor();
      }
      expect(await view('plan').textContent()).toContain('shared/serials.yaml:7');
      await at('as=BLR#plan');
      expect(await text()).not.toContain('shared/serials.yaml');
    } finally {
      exercise.showPlanning(null);
    }
  });

  test('without WebGL the map is drawn simply', async () => {
    await at();
    await view('map').getByText('Lake Beloye crossing').waitFor();
    await page.locator('[data-simple="true"] svg path').first().waitFor({ state: 'attached' });
  });
});
