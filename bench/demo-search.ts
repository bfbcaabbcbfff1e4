import { loadAirports, type Airport } from '../src/domain/reference/airports.ts';
import { createDemoProvider } from '../src/providers/demo/index.ts';
import type { SearchLeg, SearchRequest } from '../src/search/provider.ts';

/**
 * Times searches of the demo world in one warm process: pairs from the whole world, and pairs of busy airports, one way and there and back.
 * Exits with 1 where a target is missed: p50 under 5 ms, p99 under 25 ms, warm-up under 1 s, 30,000 flights a day, 96 % of busy pairs answered.
 */
const searches = 2000;
const warmUpSearches = 400;
const p50Ms = 5;
const p99Ms = 25;
const warmUpMs = 1000;
const flightsTarget = 30_000;
const unansweredTarget = 0.04;
/** Passengers a year, millions, of what is called busy here. */
const busy = 1;

const airports = await loadAirports();
const demo = createDemoProvider({ airports });
const started = performance.now();
const table = await demo.warm();
const warmedMs = performance.now() - started;

let perWeek = 0;
for (const days of table.days.subarray(0, table.size)) perWeek += days.toString(2).replaceAll('0', '').length;

/** The same pairs on every run: a linear congruence, because a benchmark that changes measures nothing. */
let state = 20_270_301;
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 0x1_0000_0000) * limit);
};
const today = Temporal.Instant.from('2027-03-01T09:00:00Z');
const dateIn = (days: number): string =>
  today
    .add({ hours: 24 * days })
    .toString()
    .slice(0, 10);

function legBetween(from: Airport, to: Airport, days: number): SearchLeg {
  const place = ({ iata, city, country }: Airport) =>
    ({ kind: 'airport', code: iata, name: city, country, region: null, airports: [iata] }) as const;
  return { origin: place(from), destination: place(to), date: dateIn(days), timeFrom: null, timeTo: null };
}

function requestOf(list: readonly Airport[], thereAndBack: boolean): SearchRequest {
  const from = list[below(list.length)]!;
  let to = from;
  while (to === from) to = list[below(list.length)]!;
  const days = 3 + below(300);
  const back = thereAndBack ? [legBetween(to, from, days + 7)] : [];
  return {
    legs: [legBetween(from, to, days), ...back],
    passengers: { adults: 1 + below(3), children: [], infants: 0 },
    cabin: null,
    currency: 'EUR',
    maxStops: null,
    includeAirlines: [],
    excludeAirlines: [],
    refundableOnly: false,
    maxOffers: 100,
  };
}

async function time(request: SearchRequest): Promise<{ ms: number; offers: number }> {
  const began = performance.now();
  let offers = 0;
  const context = {
    signal: new AbortController().signal,
    http: () => Promise.reject(new Error('the demo world has no network')),
    read: () => Promise.reject(new Error('the demo world answers itself')),
    now: today,
    onDropped: () => undefined,
  };
  for await (const batch of demo.search(request, context)) offers += batch.length;
  return { ms: performance.now() - began, offers };
}

const busyOnes = airports.list.filter(({ passengersMillions }) => passengersMillions > busy);
const kinds = [
  { name: 'whole world, one way', list: table.airports, back: false, isBusy: false },
  { name: 'whole world, there and back', list: table.airports, back: true, isBusy: false },
  { name: 'busy airports, one way', list: busyOnes, back: false, isBusy: true },
  { name: 'busy airports, there and back', list: busyOnes, back: true, isBusy: true },
];
for (let nth = 0; nth < warmUpSearches; nth += 1) {
  const kind = kinds[nth % kinds.length]!;
  await time(requestOf(kind.list, kind.back));
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
let missed = false;
console.log('| figure | value | target |\n|---|---|---|');
for (const { name, list, back, isBusy } of kinds) {
  const times: number[] = [];
  let unanswered = 0;
  for (let nth = 0; nth < searches; nth += 1) {
    const { ms: took, offers } = await time(requestOf(list, back));
    times.push(took);
    if (offers === 0) unanswered += 1;
  }
  times.sort((a, b) => a - b);
  const [p50 = 0, p99 = 0] = [times[searches >> 1], times[Math.floor(searches * 0.99)]];
  console.log(`| ${name}, p50 | ${ms(p50)} | ${p50Ms} ms |`);
  console.log(`| ${name}, p99 | ${ms(p99)} | ${p99Ms} ms |`);
  const share = unanswered / searches;
  const target = isBusy && !back ? `${unansweredTarget * 100} %` : '';
  console.log(`| ${name}, without an answer | ${(share * 100).toFixed(1)} % | ${target} |`);
  missed ||= p50 > p50Ms || p99 > p99Ms || (target !== '' && share > unansweredTarget);
}
console.log(`| warm-up | ${warmedMs.toFixed(0)} ms | ${warmUpMs} ms |`);
console.log(`| flights a day | ${Math.round(perWeek / 7)} | ${flightsTarget} |`);
console.log(`| airports | ${table.airports.length} | |`);
if (missed || warmedMs > warmUpMs || perWeek / 7 < flightsTarget) process.exitCode = 1;
