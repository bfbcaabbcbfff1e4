import { describe, expect, it } from 'vitest';
import type { CheckedOffer } from '../domain/checked-offer.ts';
import type { Offer } from '../domain/offer.ts';
import { fromIso } from '../domain/zoned-minute.ts';
import { createOfferChecks } from './offer-checks.ts';
import { createPaidBudget } from './paid-budget.ts';
import { ProviderError, type OfferCheck } from './provider.ts';
import { sampleOffer } from './samples.ts';
import { scriptedSource } from './scripted-source.ts';

const offer = sampleOffer('a:1');
const present = Temporal.Instant.from('2027-01-01T12:00:00Z');

function checksWith(
  answer: (offer: Offer, signal: AbortSignal) => Promise<OfferCheck | undefined>,
  { budgetMs = 60_000, now = present, paid = true } = {},
) {
  const told: [CheckedOffer['status'], unknown][] = [];
  const checks = createOfferChecks({
    sources: [{ ...scriptedSource('a', undefined, paid), check: answer }],
    paid: createPaidBudget(() => 0),
    budgetMs,
    now: () => now,
    observe: { offerChecked: (_provider, { status }, _session, failure) => told.push([status, failure]) },
  });
  const ask = (of: Offer = offer, signal = new AbortController().signal) =>
    checks.check(of, { signal, sessionId: 's' });
  return { ask, told };
}

const [sampleLeg] = offer.legs;
const departedLegs: Offer['legs'] = [
  { ...sampleLeg, segments: [{ ...sampleLeg.segments[0], departsAt: fromIso('2027-01-01T11:59:00Z') }] },
];

const confirmed = async (): Promise<OfferCheck> => ({ status: 'confirmed', offer });

describe('asking for an offer again', () => {
  it('keeps the id that the traveller knows', async () => {
    const { ask, told } = checksWith(async () => ({
      status: 'price_changed',
      offer: sampleOffer('a:2', { total: { minor: 1, currency: 'USD' } }),
      changes: [],
    }));
    expect(await ask()).toMatchObject({ status: 'price_changed', offer: { id: 'a:1', total: { minor: 1 } } });
    expect(told).toEqual([['price_changed', undefined]]);
  });

  it('asks nobody for a flight that has left', async () => {
    const departed = Temporal.Instant.from('2027-03-04T23:05:00Z');
    const { ask } = checksWith(
      async () => {
        throw new Error('was asked');
      },
      { now: departed },
    );
    expect(await ask()).toEqual({ status: 'expired' });
    const before = checksWith(confirmed, { now: departed.subtract({ minutes: 1 }) });
    expect(await before.ask()).toMatchObject({ status: 'confirmed' });
  });

  it.each([
    ['its own end is over', { expiresAt: present.toString() }, 'expired'],
    ['its end is to come', { expiresAt: present.add({ seconds: 1 }).toString() }, 'confirmed'],
    ['it has left by now', { legs: departedLegs }, 'expired'],
  ])('believes no price of an offer that is over: %s', async (_what, changes, status) => {
    const { ask } = checksWith(async () => ({ status: 'confirmed', offer: sampleOffer('a:1', changes) }));
    expect((await ask()).status).toBe(status);
  });

  it.each([
    [new ProviderError('unauthorized', 'no'), 'unauthorized'],
    [new ProviderError('circuit_open', 'no'), 'circuit_open'],
    [new DOMException('late', 'TimeoutError'), 'timeout'],
    [new Error('a bug'), 'error'],
  ])('says why it failed: %s', async (error, reason) => {
    const { ask, told } = checksWith(() => Promise.reject(error));
    expect(await ask()).toEqual({ status: 'check_failed', reason });
    expect(told).toEqual([['check_failed', error]]);
  });

  it('gives up a source that does not answer, and tells it', async () => {
    const signals: AbortSignal[] = [];
    const { ask } = checksWith(
      (_offer, signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
      { budgetMs: 5 },
    );
    expect(await ask()).toEqual({ status: 'check_failed', reason: 'timeout' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('ends at once where nobody waits any more', async () => {
    const gone = new AbortController();
    const { ask, told } = checksWith(() => new Promise(() => undefined));
    const asked = ask(offer, gone.signal);
    gone.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(told).toEqual([]);
  });

  it('says so where the source cannot be asked, or is not there', async () => {
    const unsupported = { status: 'check_failed', reason: 'unsupported' };
    const { ask } = checksWith(async () => undefined);
    expect(await ask()).toEqual(unsupported);
    expect(await ask(sampleOffer('b:1'))).toEqual(unsupported);
  });

  it('costs of the budget of the conversation what a search does, where the source is paid', async () => {
    const { ask } = checksWith(confirmed);
    for (let asked = 0; asked < 20; asked += 1) expect((await ask()).status).toBe('confirmed');
    expect(await ask()).toEqual({ status: 'check_failed', reason: 'skipped' });
    const free = checksWith(confirmed, { paid: false });
    for (let asked = 0; asked < 25; asked += 1) expect((await free.ask()).status).toBe('confirmed');
  });
});
