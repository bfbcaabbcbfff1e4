import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Offer } from '../../src/domain/offer.ts';
import type { Place } from '../../src/domain/place.ts';
import { loadAirports, type Airports } from '../../src/domain/reference/airports.ts';
import { answerReader } from '../../src/providers/answer-reader.ts';
import { createAmadeusProvider } from '../../src/providers/amadeus/index.ts';
import { createDuffelProvider } from '../../src/providers/duffel/index.ts';
import {
  ProviderError,
  type Provider,
  type ProviderContext,
  type SearchRequest,
} from '../../src/search/provider.ts';
import { createOfferPacker } from '../../src/store/offer-packer.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import type { Fault } from '../simulators/behaviour.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import type { Simulator } from '../simulators/http-server.ts';
import { plainClient } from '../simulators/plain-client.ts';

const place = (code: string): Place => ({
  kind: 'airport',
  code,
  name: code,
  country: 'XX',
  region: null,
  airports: [code],
});

const request: SearchRequest = {
  legs: [
    { origin: place('BOS'), destination: place('LIS'), date: '2027-03-04', timeFrom: null, timeTo: null },
  ],
  passengers: { adults: 2, children: [5], infants: 1 },
  cabin: 'business',
  currency: 'USD',
  maxStops: null,
  includeAirlines: [],
  excludeAirlines: [],
  refundableOnly: false,
  maxOffers: 50,
};
const thereAndBack: SearchRequest = {
  ...request,
  legs: [
    request.legs[0],
    { ...request.legs[0], origin: place('LIS'), destination: place('BOS'), date: '2027-03-14' },
  ],
};

interface Setup {
  readonly provider: Provider;
  readonly simulator: Simulator;
}

const dropped: string[] = [];

function contextFor(
  simulator: Simulator,
  signal = AbortSignal.timeout(5000),
  now = Temporal.Now.instant(),
): ProviderContext {
  return {
    signal,
    http: plainClient(simulator.url, signal),
    read: answerReader(airports),
    now,
    budgetMs: 5000,
    onDropped: (reason) => dropped.push(reason),
  };
}

async function collect(
  provider: Provider,
  asked: SearchRequest,
  context: ProviderContext,
): Promise<Offer[][]> {
  const batches: Offer[][] = [];
  for await (const batch of provider.search(asked, context)) batches.push([...batch]);
  return batches;
}

async function failureOf(provider: Provider, context: ProviderContext): Promise<ProviderError> {
  try {
    await collect(provider, request, context);
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
  throw new Error('the search succeeded');
}

let airports: Airports;
beforeAll(async () => {
  airports = await loadAirports();
});
beforeEach(() => {
  dropped.length = 0;
});

const sources = [
  {
    name: 'amadeus',
    start: async (): Promise<Setup> => ({
      simulator: await startAmadeusSimulator({ airports }),
      provider: createAmadeusProvider({ credentials: { clientId: 'test', clientSecret: 'test' }, airports }),
    }),
  },
  {
    name: 'duffel',
    start: async (): Promise<Setup> => ({
      simulator: await startDuffelSimulator({ airports }),
      provider: createDuffelProvider({ accessToken: 'test', airports }),
    }),
  },
];

describe.each(sources)('$name on its simulator', ({ name, start }) => {
  let setup: Setup;
  beforeEach(async () => {
    setup = await start();
  });
  afterEach(async () => {
    await setup.simulator[Symbol.asyncDispose]();
  });

  it('finds flights there and back for the whole party', async () => {
    const offers = (await collect(setup.provider, thereAndBack, contextFor(setup.simulator))).flat();
    expect(offers).toHaveLength(20);
    expect(new Set(offers.map((offer) => offer.id)).size).toBe(20);
    for (const offer of offers) {
      expect(offer.legs).toHaveLength(2);
      expect(offer.legs[0].segments[0].origin).toBe('BOS');
      expect(offer.legs[1]?.segments[0].origin).toBe('LIS');
      expect(offer.fare.cabin).toBe('business');
      expect(offer.total.currency).toBe('USD');
      expect(offer.demo).toBe(false);
    }
    expect(dropped).toEqual([]);
  });

  it('finds nothing where there is nothing, which is no failure', async () => {
    setup.simulator.behaviour.fault = 'empty';
    expect(await collect(setup.provider, request, contextFor(setup.simulator))).toEqual([]);
  });

  it('drops and counts malformed offers and keeps the others', async () => {
    setup.simulator.behaviour.fault = 'malformed_offers';
    setup.simulator.behaviour.offers = 101;
    const wide = { ...request, maxOffers: 250 };
    const offers = (await collect(setup.provider, wide, contextFor(setup.simulator))).flat();
    expect(offers.length + dropped.length).toBe(101);
    expect(dropped).toHaveLength(2);
  });

  const failures: [Fault, ProviderError['reason'], boolean][] = [
    ['error_500', 'error', true],
    ['html_502', 'error', true],
    ['rate_limited', 'rate_limited', true],
    ['unauthorized', 'unauthorized', false],
    ['lying', 'error', false],
    ['truncated', 'error', false],
  ];
  it.each(failures)('says of %s that it is %s', async (fault, reason, retryable) => {
    setup.simulator.behaviour.fault = fault;
    const error = await failureOf(setup.provider, contextFor(setup.simulator));
    expect(error.reason).toBe(reason);
    expect(error.retryable).toBe(retryable);
    if (reason === 'rate_limited') expect(error.retryAfterMs).toBeGreaterThanOrEqual(0);
    // Any other wait would keep every other traveller from the source.
    else expect(error.retryAfterMs).toBeNull();
    expect(error.message).not.toContain('test');
  });

  it('stops waiting when its signal says so', async () => {
    setup.simulator.behaviour.fault = 'hang';
    await expect(
      collect(setup.provider, request, contextFor(setup.simulator, AbortSignal.timeout(100))),
    ).rejects.toThrow();
  });

  it('confirms the price of an offer that a conversation kept', async () => {
    const context = contextFor(setup.simulator);
    const offers = (await collect(setup.provider, request, context)).flat();
    const kept = createOfferPacker().unpack(createOfferPacker().pack(offers));
    const last = kept.at(-1);
    if (!last) throw new Error('no offer');
    expect(await setup.provider.check?.(last, context)).toMatchObject({
      status: 'confirmed',
      offer: { id: last.id, total: last.total },
    });
  });

  it('confirms a price, tells of a new one, and of seats that are gone', async () => {
    const context = contextFor(setup.simulator);
    const [first] = (await collect(setup.provider, request, context)).flat();
    if (!first) throw new Error('no offer');
    expect(await setup.provider.check?.(first, context)).toMatchObject({
      status: 'confirmed',
      offer: { id: first.id },
    });
    setup.simulator.behaviour.priceFactor = 1.5;
    const changed = await setup.provider.check?.(first, context);
    expect(changed).toMatchObject({ status: 'price_changed', offer: { id: first.id } });
    if (changed && 'offer' in changed)
      expect(changed.offer.total.minor / first.total.minor).toBeCloseTo(1.5, 2);
    setup.simulator.behaviour.priceFactor = 0;
    expect(await setup.provider.check?.(first, context)).toEqual({ status: 'sold_out' });
  });

  it(`asks ${name} for every traveller`, async () => {
    await collect(setup.provider, request, contextFor(setup.simulator));
    const asked = setup.simulator.calls.find(({ path }) => path.includes('offer'));
    if (name === 'amadeus') expect(asked?.query).toMatch(/adults=2.*children=1.*infants=1/);
    else
      expect(JSON.parse(asked?.body ?? '')).toMatchObject({
        data: {
          passengers: [{ type: 'adult' }, { type: 'adult' }, { age: 5 }, { type: 'infant_without_seat' }],
        },
      });
  });
});

describe("Amadeus's token", () => {
  const setUp = async () => ({
    simulator: await startAmadeusSimulator({ airports }),
    provider: createAmadeusProvider({ credentials: { clientId: 'test', clientSecret: 'test' }, airports }),
  });
  const tokensIn = ({ calls }: Simulator) => calls.filter(({ path }) => path.endsWith('/token')).length;

  it('is fetched once for many searches at once', async () => {
    const { simulator, provider } = await setUp();
    await using _simulator = simulator;
    await Promise.all(Array.from({ length: 10 }, () => collect(provider, request, contextFor(simulator))));
    expect(tokensIn(simulator)).toBe(1);
  });

  it('is renewed before it ends', async () => {
    const { simulator, provider } = await setUp();
    await using _simulator = simulator;
    await collect(provider, request, contextFor(simulator));
    const later = Temporal.Now.instant().add({ seconds: 1799 - 30 });
    await collect(provider, request, contextFor(simulator, undefined, later));
    expect(tokensIn(simulator)).toBe(2);
  });

  it('is replaced once when it is refused', async () => {
    const { simulator, provider } = await setUp();
    await using _simulator = simulator;
    await collect(provider, request, contextFor(simulator));
    simulator.behaviour.fault = 'unauthorized';
    simulator.behaviour.faultsLeft = 1;
    expect((await collect(provider, request, contextFor(simulator))).flat()).toHaveLength(20);
    expect(tokensIn(simulator)).toBe(2);
  });

  it('that nobody grants is an unauthorized source', async () => {
    await using simulator = await startAmadeusSimulator({ airports });
    const provider = createAmadeusProvider({
      credentials: { clientId: 'wrong', clientSecret: 'test' },
      airports,
    });
    expect((await failureOf(provider, contextFor(simulator))).reason).toBe('unauthorized');
  });

  it('survives the one who fetched it going away', async () => {
    const { simulator, provider } = await setUp();
    await using _simulator = simulator;
    const leaving = new AbortController();
    const first = collect(provider, request, contextFor(simulator, leaving.signal));
    const second = collect(provider, request, contextFor(simulator));
    leaving.abort(new Error('gone'));
    await expect(first).rejects.toThrow();
    expect((await second).flat()).toHaveLength(20);
  });
});

describe("Duffel's batches", () => {
  it('are handed on one by one, as they come', async () => {
    await using simulator = await startDuffelSimulator({
      airports,
      behaviour: { batches: 4, latencyMs: 40 },
    });
    const provider = createDuffelProvider({ accessToken: 'test', airports });
    const batches = await collect(provider, request, contextFor(simulator));
    expect(batches.map((batch) => batch.length)).toEqual([5, 5, 5, 5]);
  });

  it('are waited for where calls bring nothing new, with pauses that grow until one does', async () => {
    await using simulator = await startDuffelSimulator({ airports, behaviour: { batches: 2, idleCalls: 7 } });
    const pauses: number[] = [];
    const pause = async (forMs: number) => {
      pauses.push(forMs);
    };
    const provider = createDuffelProvider({ accessToken: 'test', airports, pause });
    const batches = await collect(provider, request, contextFor(simulator));
    expect(batches.map((batch) => batch.length)).toEqual([10, 10]);
    const growing = [100, 200, 400, 800, 1600, 2000, 2000];
    expect(pauses).toEqual([...growing, ...growing]);
  });

  it('that nobody waits for any more are given up where calls go on to bring nothing new', async () => {
    await using simulator = await startDuffelSimulator({ airports, behaviour: { idleCalls: 30 } });
    const pauses: number[] = [];
    const pause = async (forMs: number) => {
      pauses.push(forMs);
    };
    const provider = createDuffelProvider({ accessToken: 'test', airports, pause });
    const kept = { ...contextFor(simulator), isAwaited: () => false };
    await expect(collect(provider, request, kept)).rejects.toMatchObject({ reason: 'timeout' });
    expect(pauses).toEqual([100, 200, 400, 800, 1600]);
    const wanted = { ...contextFor(simulator), isAwaited: () => true };
    expect((await collect(provider, request, wanted)).flat()).toHaveLength(20);
  });

  it('that never come are given up in the middle of a pause', async () => {
    await using simulator = await startDuffelSimulator({ airports, behaviour: { idleCalls: Infinity } });
    const provider = createDuffelProvider({ accessToken: 'test', airports });
    const signal = AbortSignal.timeout(50);
    const search = collect(provider, request, contextFor(simulator, signal));
    await expect(search).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('are asked for within what is left of the budget', async () => {
    await using simulator = await startDuffelSimulator({ airports });
    const provider = createDuffelProvider({ accessToken: 'test', airports });
    await collect(provider, request, contextFor(simulator));
    expect(simulator.calls[0]?.query).toBe('?supplier_timeout=4500');
  });
});
