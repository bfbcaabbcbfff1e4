import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config/config.ts';

/** The day on which every journey begins: a Monday. */
export const present = '2026-11-23T15:00:00Z';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const builtPage = join(import.meta.dirname, '../../web/dist/index.html');

/** What stands in the way of a journey, or null. Each journey is skipped with this one line. */
export const missingForJourneys: string | null = !existsSync(chromiumPath)
  ? `no chromium at ${chromiumPath}: install it or set CHROMIUM_PATH`
  : !existsSync(builtPage)
    ? 'web/dist is not built: run the build of the workspace web'
    : null;
if (missingForJourneys) console.log(`Journeys are skipped: ${missingForJourneys}`);

/** A browser that speaks to nobody but the page it is given; the sandbox needs a user that is not root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The real server and a real browser before it. */
export interface Journey extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  /** A traveller with a browser of their own: nothing kept, nothing shared. */
  readonly newTraveller: (options?: BrowserContextOptions) => Promise<Page>;
}

export interface JourneyOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Sources that are simulated over sockets live in the real present. */
  readonly inRealTime?: boolean;
}

export async function startJourney({ env = {}, inRealTime = false }: JourneyOptions = {}): Promise<Journey> {
  await using stack = new AsyncDisposableStack();
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: ':memory:', HOST: '127.0.0.1', ...env });
  const app = stack.use(
    await createApp(config, inRealTime ? {} : { now: () => Temporal.Instant.from(present) }),
  );
  const url = await app.server.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  stack.defer(() => browser.close());
  const owned = stack.move();
  return {
    app,
    url,
    newTraveller: async (options = {}) => {
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'America/New_York',
        viewport: { width: 1360, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      if (!inRealTime) await page.clock.setFixedTime(present);
      await page.goto(url);
      return page;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Keeps what the page looks like once nothing moves on it any more, for people to look at. */
export const keepPicture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({
    path: join(import.meta.dirname, 'screenshots', `${name}.png`),
    animations: 'disabled',
  });
