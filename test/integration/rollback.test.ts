import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { SearchAnswer } from '../../src/contract/search.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Log } from '../../src/platform/log.ts';
import { createMemorySessions } from '../../src/store/memory/memory-sessions.ts';
import { startContractApp } from '../contract/contract-app.ts';

const restMs = 15_000;
const wish = 'Boston to Lisbon on 4 December, one way';
const say = (app: App, url = '/chat', more: object = {}) =>
  app.server.inject({
    method: 'POST',
    url,
    payload: { message: wish, ...more },
  });

/** The application over a search that can be broken, with a clock that can be moved and the lines that it logs about its mode. */
async function setUp(env: Readonly<Record<string, string>> = {}) {
  const state = { broken: false, aheadMs: 0 };
  const lines: object[] = [];
  const note = (line: object, what: string) => {
    if (what === 'search mode changed') lines.push(line);
  };
  const app = await startContractApp(
    {
      nowMs: () => performance.now() + state.aheadMs,
      log: { debug: note, info: note, warn: note, error: note } as unknown as Log,
      asyncSearch: (usual) => ({
        ...usual,
        async *search(requests, options) {
          if (state.broken) throw new Error('the search broke');
          yield* usual.search(requests, options);
        },
      }),
    },
    env,
  );
  return { app, state, lines };
}

const modeOf = ({ headers }: Awaited<ReturnType<typeof say>>) => headers['x-search-mode'];
const modeChanges = async (app: App) =>
  Object.fromEntries(
    [
      ...(await app.server.inject('/metrics')).body.matchAll(
        /^search_mode_changes_total\{state="(\w+)"\} (\d+)$/gm,
      ),
    ].map(([, state = '', count]) => [state, Number(count)]),
  );

describe('the way back', () => {
  it('is chosen by SEARCH_MODE, and a route that names a mode has that one', async () => {
    const { app } = await setUp({ SEARCH_MODE: 'sync' });
    await using _app = app;
    expect(modeOf(await say(app))).toBe('sync');
    expect(modeOf(await say(app, '/chat/async'))).toBe('async');
  });

  it('is taken when searches break, and left again once they go well; both are logged and counted', async () => {
    const { app, state, lines } = await setUp();
    await using _app = app;
    expect(modeOf(await say(app))).toBe('async');

    state.broken = true;
    for (let turn = 0; turn < 10; turn += 1) expect((await say(app)).statusCode).toBe(500);
    expect(lines).toEqual([{ state: 'open', mode: 'sync' }]);

    state.broken = false;
    const rolledBack = await say(app);
    expect([rolledBack.statusCode, modeOf(rolledBack)]).toEqual([200, 'sync']);

    state.aheadMs += restMs;
    for (let trial = 0; trial < 3; trial += 1) expect(modeOf(await say(app))).toBe('async');
    expect(lines).toEqual([
      { state: 'open', mode: 'sync' },
      { state: 'half_open', mode: 'async' },
      { state: 'closed', mode: 'async' },
    ]);
    expect(modeOf(await say(app))).toBe('async');
    expect(await modeChanges(app)).toEqual({ closed: 1, half_open: 1, open: 1 });
  });

  it('is taken however many turns without a search go well meanwhile', async () => {
    const { app, state, lines } = await setUp();
    await using _app = app;
    state.broken = true;
    for (let turn = 0; turn < 10; turn += 1) {
      expect((await say(app)).statusCode).toBe(500);
      for (let talk = 0; talk < 2; talk += 1) await say(app, '/chat', { message: 'thanks' });
    }
    expect(modeOf(await say(app))).toBe('sync');

    // Nor do they prove that searches work again.
    state.aheadMs += restMs;
    for (let talk = 0; talk < 3; talk += 1) await say(app, '/chat', { message: 'thanks' });
    expect(lines.map((line) => (line as { state: string }).state)).toEqual(['open', 'half_open']);
  });

  it('holds for searches, checks and calendars as for turns, unless they name a mode', async () => {
    const { app, state } = await setUp();
    await using _app = app;
    const { session_id: id, state_summary: trip, flight_cards: cards } = (await say(app)).json<ChatAnswer>();
    const search = async (more: object = {}) => {
      const answer = await app.server.inject({ method: 'POST', url: '/search', payload: { trip, ...more } });
      return answer.statusCode === 200 ? answer.json<SearchAnswer>().search.mode : answer.statusCode;
    };
    const others = [
      `/calendar?origin=BOS&destination=LIS&month=2026-12`,
      `/offers/${encodeURIComponent(cards[0]?.offer_id ?? '')}?session_id=${id}`,
    ];
    const codes = async () =>
      (await Promise.all(others.map((url) => app.server.inject(url)))).map(({ statusCode }) => statusCode);
    expect([await search(), await codes()]).toEqual(['async', [200, 200]]);

    state.broken = true;
    expect(await codes()).toEqual([500, 200]);
    for (let turn = 0; turn < 10; turn += 1) await search();
    expect([await search(), await search({ mode: 'async' })]).toEqual(['sync', 500]);
    expect([await codes(), modeOf(await say(app))]).toEqual([[200, 200], 'sync']);
  });

  it.each([
    ['0', 'sync'],
    ['100', 'async'],
  ])(
    'is chosen by a rollout to %s percent, for searches without a conversation too',
    async (percent, mode) => {
      const { app } = await setUp({ ASYNC_ROLLOUT_PERCENT: percent });
      await using _app = app;
      const turn = await say(app);
      const { state_summary: trip } = turn.json<ChatAnswer>();
      const answer = await app.server.inject({ method: 'POST', url: '/search', payload: { trip } });
      expect([modeOf(turn), answer.json<SearchAnswer>().search.mode]).toEqual([mode, mode]);
    },
  );

  it('goes on when a trial fails', async () => {
    const { app, state, lines } = await setUp();
    await using _app = app;
    state.broken = true;
    for (let turn = 0; turn < 10; turn += 1) await say(app);
    state.aheadMs += restMs;
    const trial = await say(app);
    expect([trial.statusCode, modeOf(trial)]).toEqual([500, 'async']);
    state.broken = false;
    expect(modeOf(await say(app))).toBe('sync');
    expect(lines.map((line) => (line as { state: string }).state)).toEqual(['open', 'half_open', 'open']);
  });

  it('is not taken because of requests that cannot be read', async () => {
    const { app, lines } = await setUp();
    await using _app = app;
    for (const zone of ['IST', 'PST', 'SystemV/PST8', 'US/Pacific-New', 'Factory'])
      for (let turn = 0; turn < 3; turn += 1)
        expect((await say(app, '/chat', { time_zone: zone })).statusCode, zone).toBe(400);
    expect(lines).toEqual([]);
  });

  it('is not taken because of what would go wrong in sync as well', async () => {
    const memory = createMemorySessions<Conversation>({ most: 1000, idleMs: 60_000, nowMs: () => 0 });
    const save = () => Promise.reject(new Error('the store broke'));
    await using app = await startContractApp({ sessions: { ...memory, save } });
    for (let turn = 0; turn < 12; turn += 1) expect((await say(app)).statusCode).toBe(500);
    expect(modeOf(await say(app))).toBe('async');
  });
});
