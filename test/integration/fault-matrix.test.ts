import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import { loadAirports, type Airports } from '../../src/domain/reference/airports.ts';
import { faults } from '../simulators/behaviour.ts';
import { expectations, isFailure } from './fault-table.ts';
import { sourceNames, startTwoSources, wishIn, type SourceName } from './two-sources.ts';

const modes = ['async', 'sync'] as const;
const displayed: Readonly<Record<SourceName, string>> = { amadeus: 'Amadeus', duffel: 'Duffel' };
const otherThan = (source: SourceName): SourceName => (source === 'amadeus' ? 'duffel' : 'amadeus');

/** Short where only its end can end the turn; long where the turn must end by itself, however busy the machine is. */
const budgetFor = (endless: boolean | undefined) => ({ SEARCH_BUDGET_MS: endless ? '3000' : '25000' });

const reportsOf = ({ search }: ChatAnswer) =>
  Object.fromEntries((search?.providers ?? []).map((report) => [report.provider, report]));
const sellersOf = ({ flight_cards: cards }: ChatAnswer) =>
  new Set(cards.flatMap(({ sources }) => sources.map(({ provider }) => provider)));
const searchesAt = (calls: readonly { method: string; path: string }[]) =>
  calls.filter(({ path, method }) => /flight-offers$/.test(path) || (method === 'POST' && /batch/.test(path)))
    .length;

let airports: Airports;
beforeAll(async () => {
  airports = await loadAirports();
});

const cells = faults.flatMap((fault) =>
  sourceNames.flatMap((source) => modes.map((mode) => ({ fault, source, mode }))),
);

describe('one source misbehaves', () => {
  it.concurrent.each(cells)('$fault of $source in $mode', async ({ fault, source, mode }) => {
    const expected = expectations[fault];
    const other = otherThan(source);
    await using setup = await startTwoSources(airports, budgetFor(expected.endless));
    setup.simulators[source].behaviour.fault = fault;
    const answer = await setup.client.chat({ message: wishIn(40) }, `/chat/${mode}`);

    const reports = reportsOf(answer);
    expect(reports[source]).toMatchObject({ status: expected.status, dropped: expected.dropped ?? 0 });
    expect(reports[other]).toMatchObject({ status: 'ok', offers: 20, dropped: 0 });
    expect(answer.search).toMatchObject({ mode, empty_reason: null });
    expect(sellersOf(answer)).toEqual(new Set(expected.status === 'ok' ? sourceNames : [other]));

    // Only async leaves a source time beyond the turn's own.
    const goesOn = expected.endless === true && mode === 'async';
    expect(answer.search).toMatchObject({ complete: !goesOn, waiting_for: goesOn ? [source] : [] });
    const codes = answer.notices.map(({ code }) => code);
    const wanted = goesOn ? ['still_asking'] : isFailure(expected) ? ['provider_failed'] : [];
    expect(codes).toEqual(wanted);
    if (isFailure(expected)) expect(answer.reply).toContain(displayed[source]);
  });

  it.concurrent.each(sourceNames.flatMap((source) => modes.map((mode) => ({ source, mode }))))(
    'a wrong key for $source in $mode',
    async ({ source, mode }) => {
      const keys = { amadeus: { AMADEUS_API_KEY: 'wrong' }, duffel: { DUFFEL_ACCESS_TOKEN: 'wrong' } };
      await using setup = await startTwoSources(airports, { ...budgetFor(false), ...keys[source] });
      const answer = await setup.client.chat({ message: wishIn(40) }, `/chat/${mode}`);
      expect(reportsOf(answer)).toMatchObject({
        [source]: { status: 'unauthorized', offers: 0 },
        [otherThan(source)]: { status: 'ok', offers: 20 },
      });
    },
  );
});

describe('some of several days fail', () => {
  const days = [40, 41, 42].map((after) => Temporal.Now.plainDateISO().add({ days: after }).toString());
  const anyOfThem = `Boston to Lisbon any day between ${days[0]} and ${days[2]}, one way`;

  it.each(modes)('which is told with the days, and asked again, in %s', async (mode) => {
    await using setup = await startTwoSources(airports, budgetFor(false));
    const { behaviour } = setup.simulators.duffel;
    Object.assign(behaviour, { fault: 'unauthorized', faultsLeft: 2 });
    const answer = await setup.client.chat({ message: anyOfThem }, `/chat/${mode}`);
    const report = reportsOf(answer)['duffel'];
    expect(report).toMatchObject({ status: 'unauthorized', offers: 20, requests: 3, failed_requests: 2 });
    expect(report?.missing_dates).toHaveLength(2);
    for (const date of report?.missing_dates ?? []) expect(days).toContain(date);
    expect(answer.search?.complete).toBe(false);
    expect(answer.notices.map(({ code }) => code)).toEqual(['provider_incomplete']);
    expect(answer.reply).toContain('Duffel answered only in part: nothing has come for');
    expect(answer.reply).not.toContain('did not answer');
    expect(answer.actions).toContain('Search again');

    const { session_id } = answer;
    const sorted = await setup.client.chat({ message: 'cheapest first', session_id }, `/chat/${mode}`);
    expect(sorted.reply).toContain('Duffel answered only in part');
    const again = await setup.client.chat({ message: 'Search again', session_id }, `/chat/${mode}`);
    expect(reportsOf(again)['duffel']).toMatchObject({ status: 'ok', offers: 60, failed_requests: 0 });
    expect(again.search?.complete).toBe(true);
  });

  it('which is no “no flights” where the other days have none', async () => {
    await using setup = await startTwoSources(airports, budgetFor(false));
    for (const source of sourceNames) setup.simulators[source].behaviour.offers = 0;
    const { session_id, ...whole } = await setup.client.chat({ message: anyOfThem });
    expect(whole.search?.empty_reason).toBe('no_match');
    Object.assign(setup.simulators.duffel.behaviour, { fault: 'unauthorized', faultsLeft: 1 });
    const other = anyOfThem.replace('Lisbon', 'Madrid');
    const partly = await setup.client.chat({ message: other, session_id });
    expect(partly.search).toMatchObject({ empty_reason: 'providers_failed', complete: false });
    expect(partly.reply).not.toContain('I found no flights');
  });
});

describe('every source misbehaves', () => {
  const failing = faults.filter((fault) => isFailure(expectations[fault]));

  it.concurrent.each(failing.flatMap((fault) => modes.map((mode) => ({ fault, mode }))))(
    '$fault of all of them in $mode',
    async ({ fault, mode }) => {
      const { status, endless } = expectations[fault];
      await using setup = await startTwoSources(airports, budgetFor(endless));
      for (const source of sourceNames) setup.simulators[source].behaviour.fault = fault;
      const answer = await setup.client.chat({ message: wishIn(40) }, `/chat/${mode}`);

      expect(reportsOf(answer)).toMatchObject({ amadeus: { status }, duffel: { status } });
      expect(answer.flight_cards).toEqual([]);
      const goesOn = endless === true && mode === 'async';
      expect(answer.search?.empty_reason).toBe('providers_failed');
      for (const name of Object.values(displayed)) expect(answer.reply).toContain(name);
      expect(answer.reply).toMatch(goesOn ? /Still asking/ : /could not find out.+did not answer/);
      expect(answer.reply).not.toContain('I found no flights');
    },
  );

  it('says that there are no flights only where every source says so', async () => {
    await using setup = await startTwoSources(airports);
    for (const source of sourceNames) setup.simulators[source].behaviour.fault = 'empty';
    const answer = await setup.client.chat({ message: wishIn(40) });
    expect(answer.search).toMatchObject({ complete: true, empty_reason: 'no_match' });
    expect(answer.reply).toContain('I found no flights');

    setup.simulators.duffel.behaviour.fault = 'error_500';
    const doubtful = await setup.client.chat({ message: wishIn(41) });
    expect(doubtful.search?.empty_reason).toBe('providers_failed');
  });
});

describe('a source that recovers', () => {
  it('is missing from what is only sorted anew, and asked again when the traveller says so', async () => {
    await using setup = await startTwoSources(airports);
    setup.simulators.duffel.behaviour.fault = 'unauthorized';
    const first = await setup.client.chat({ message: wishIn(40) });
    expect(reportsOf(first)).toMatchObject({ duffel: { status: 'unauthorized' } });
    setup.simulators.duffel.behaviour.fault = null;
    const sorted = await setup.client.chat({ message: 'cheapest first', session_id: first.session_id });
    expect(sorted.search).toBeNull();
    expect(sorted.flight_cards.length).toBeGreaterThan(0);
    expect(sorted.reply).toContain('Duffel did not answer');
    expect(sorted.notices.map(({ code }) => code)).toEqual(['provider_failed']);
    expect(sorted.actions).toContain('Search again');
    const next = await setup.client.chat({ message: 'Search again', session_id: first.session_id });
    expect(reportsOf(next)).toMatchObject({
      amadeus: { status: 'ok', cached: true },
      duffel: { status: 'ok' },
    });
    expect(sellersOf(next)).toEqual(new Set(sourceNames));
    expect(next.notices).toEqual([]);
  });

  it('is asked again at once, though calls that it left hanging hold all of its connections', async () => {
    const few = { MAX_CONNECTIONS_PER_HOST: '2', SEARCH_BUDGET_MS: '1000' };
    await using setup = await startTwoSources(airports, few);
    const { behaviour } = setup.simulators.duffel;
    behaviour.fault = 'hang';
    const hung = await Promise.all(
      [40, 41, 42, 43].map((day) => setup.client.chat({ message: wishIn(day) }, '/chat/async')),
    );
    for (const answer of hung) expect(reportsOf(answer)).toMatchObject({ duffel: { status: 'timeout' } });
    behaviour.fault = null;
    let next: ChatAnswer;
    let day = 44;
    do next = await setup.client.chat({ message: wishIn(day) }, '/chat/async');
    while (reportsOf(next)['duffel']?.status === 'timeout' && ++day < 48);
    expect(reportsOf(next)).toMatchObject({ duffel: { status: 'ok', offers: 20 } });
  });

  it('is spared after many failures', async () => {
    await using setup = await startTwoSources(airports);
    const { behaviour, calls } = setup.simulators.duffel;
    behaviour.fault = 'error_500';
    const statuses: (string | undefined)[] = [];
    for (let day = 40; day < 48; day += 1) {
      const answer = await setup.client.chat({ message: wishIn(day) });
      statuses.push(reportsOf(answer)['duffel']?.status);
    }
    expect(statuses.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'error'));
    expect(statuses.slice(6)).toEqual(['circuit_open', 'circuit_open']);
    // Each of the six was tried twice, and the others not at all.
    expect(searchesAt(calls)).toBe(12);
  });
});

it('costs the turns after it nothing while it does not answer', async () => {
  await using setup = await startTwoSources(airports, { SEARCH_BUDGET_MS: '1000' });
  setup.simulators.duffel.behaviour.fault = 'hang';
  const { session_id, ...first } = await setup.client.chat({ message: wishIn(40) }, '/chat/async');
  expect(first.search).toMatchObject({ waiting_for: ['duffel'] });
  for (const message of ['cheapest first', 'only nonstop', 'any number of stops']) {
    const next = await setup.client.chat({ message, session_id }, '/chat/async');
    expect(next.search, message).toBeNull();
    expect(next.reply, message).toContain('Duffel has not answered yet');
    expect(next.notices.map(({ code }) => code)).toEqual(['still_asking']);
  }
  const thanked = await setup.client.chat({ message: 'thanks', session_id }, '/chat/async');
  expect(thanked).toMatchObject({ search: null, flight_cards: [] });
  expect(searchesAt(setup.simulators.amadeus.calls)).toBe(1);
});

it.each([['ok'], ['cheapest first'], ['only nonstop'], ['thanks'], [null]])(
  'lets results that come late join the next turn of the session, without asking again: %s',
  async (said) => {
    await using setup = await startTwoSources(airports, { SEARCH_BUDGET_MS: '1000' });
    setup.simulators.duffel.behaviour.latencyMs = 2500;
    const first = await setup.client.chat({ message: wishIn(40) }, '/chat/async');
    expect(first.search).toMatchObject({ complete: false, waiting_for: ['duffel'] });
    expect(first.reply).toContain('Duffel has not answered yet');

    let next = first;
    // The first batch may already be there while the second is still awaited; who asks for nothing new does not wait for either.
    while (next.search?.complete !== true) {
      if (next.search === null) await delay(50);
      const message = said ?? wishIn(40);
      next = await setup.client.chat({ message, session_id: first.session_id }, '/chat/async');
    }
    expect(next.search).toMatchObject({ complete: true, waiting_for: [] });
    expect(reportsOf(next)).toMatchObject({ duffel: { status: 'ok', offers: 20 } });
    expect(sellersOf(next)).toEqual(new Set(sourceNames));
    expect(searchesAt(setup.simulators.duffel.calls)).toBe(1);
    expect(searchesAt(setup.simulators.amadeus.calls)).toBe(1);
  },
);

it.each(modes)('joins the same flights of two sources into one card that names both, in %s', async (mode) => {
  await using setup = await startTwoSources(airports);
  const answer = await setup.client.chat({ message: wishIn(40) }, `/chat/${mode}`);
  expect(answer.search?.offers_seen).toBe(40);
  const flights = answer.flight_cards.map(({ legs }) =>
    legs.flatMap(({ segments }) => segments.map(({ flight, departs_at: at }) => `${flight} ${at}`)).join(),
  );
  expect(flights.length).toBeGreaterThan(0);
  expect(new Set(flights).size).toBe(flights.length);
  for (const { offer_id: id, price, sources, fares } of answer.flight_cards) {
    expect(sources.map(({ provider }) => provider).toSorted()).toEqual([...sourceNames]);
    const amounts = sources.map(({ total }) => Number(total.amount));
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
    expect(Number(price.total.amount)).toBe(amounts[0]);
    expect(fares.map(({ offer_id: fare }) => fare)).toContain(id);
  }
});
