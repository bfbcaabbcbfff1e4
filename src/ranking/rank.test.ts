import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSegment, flightsKey } from '../domain/itinerary.ts';
import { money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { RankedOffer, Ranking } from '../domain/ranked.ts';
import type { SortOrder, Trip } from '../domain/trip.ts';
import { arbitrarySearch } from './arbitrary-offer.ts';
import { criteriaOf, dominates } from './criteria.ts';
import { flaggerFor, listContextOf } from './filters/flags.ts';
import { rank } from './rank.ts';

const runs = { numRuns: 1500 };

const departure = ({ offer }: RankedOffer): number => firstSegment(offer.legs[0]).departsAt.epochMinutes;

/** What an order by time of day adds to the criteria; less is better. */
const lateness = (card: RankedOffer, sort: SortOrder): number =>
  sort === 'earliest' ? departure(card) : sort === 'latest' ? -departure(card) : 0;

const badged = ({ cards }: Ranking, badge: RankedOffer['badges'][number]): RankedOffer[] =>
  cards.filter(({ badges }) => badges.includes(badge));

/** With the reasons and warnings, which a card works out only when asked. */
const written = ({ cards, ...others }: Ranking) => ({
  ...others,
  cards: cards.map((card) => ({ ...card, reasons: card.reasons, warnings: card.warnings })),
});

const flagsIn = (offers: readonly Offer[], trip: Trip) => flaggerFor(trip, listContextOf(offers, trip));

describe('the ranking', () => {
  it('puts no offer above one that beats it', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        const cards = rank(offers, trip, { currency }).cards.map((card) => ({
          criteria: criteriaOf(card.offer, trip, currency),
          lateness: lateness(card, trip.sort),
        }));
        for (const [index, below] of cards.entries()) {
          const beaten = cards
            .slice(0, index)
            .some((above) => dominates(below.criteria, above.criteria) && below.lateness <= above.lateness);
          expect(beaten).toBe(false);
        }
      }),
      runs,
    );
  });

  it('does not depend on the order in which offers came', () => {
    fc.assert(
      fc.property(
        arbitrarySearch.chain((search) =>
          fc.record({
            search: fc.constant(search),
            shuffled: fc.shuffledSubarray([...search.offers], { minLength: search.offers.length }),
          }),
        ),
        ({ search: { offers, trip, currency }, shuffled }) => {
          expect(written(rank(shuffled, trip, { currency }))).toEqual(
            written(rank(offers, trip, { currency })),
          );
        },
      ),
      runs,
    );
  });

  it('keeps its first card when a worse offer comes in', () => {
    const worsening = fc.record({
      nth: fc.nat(),
      dearer: fc.nat(2),
      otherFlights: fc.boolean(),
      separate: fc.boolean(),
      id: fc.constantFrom('a:0', 'zz:0'),
    });
    fc.assert(
      fc.property(arbitrarySearch, worsening, ({ offers, trip, currency }, how) => {
        const before = rank(offers, trip, { currency });
        const model = before.cards[how.nth % before.cards.length]?.offer;
        if (!model) return;
        fc.pre(how.dearer > 0 || (how.separate && !model.separateTickets));
        const { cards } = rank([worse(model, how), ...offers], trip, { currency });
        expect(cards[0]?.offer.id).toBe(before.cards[0]?.offer.id);
      }),
      runs,
    );
  });

  it('drops nothing: an offer has flags, or its flights have a card', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        const { cards, flagged, removedBy, flightsLeftOut } = rank(offers, trip, { currency });
        const [failing, passing] = partition(offers, trip);
        expect(flagged.map(({ offer }) => offer.id).sort()).toEqual(failing.map(({ id }) => id).sort());
        for (const { offer, flags } of flagged) expect(flags).toEqual(flagsIn(offers, trip)(offer));
        expect(new Set(cards.map(({ offer }) => flightsKey(offer)))).toEqual(
          new Set(passing.map(flightsKey)),
        );
        expect(cards.length).toBe(new Set(passing.map(flightsKey)).size);
        const shown = new Set(passing.map(flightsKey));
        const hidden = (some: readonly { offer: Offer }[]) =>
          new Set(some.map(({ offer }) => flightsKey(offer))).difference(shown).size;
        expect(flightsLeftOut).toBe(hidden(flagged));
        for (const { filter, offers: count, flights } of removedBy) {
          const own = flagged.filter(({ flags }) => flags.some((flag) => flag.filter === filter));
          expect(count).toBe(own.length);
          expect(flights).toBe(hidden(own));
        }
      }),
      runs,
    );
  });

  it('brings back as many cards as a relaxation has flights', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        const { cards, relaxations } = rank(offers, trip, { currency });
        for (const { filter, also, flights } of relaxations) {
          const given = new Set([filter, ...also]);
          const back = offers.filter((offer) =>
            flagsIn(offers, trip)(offer).every((flag) => given.has(flag.filter)),
          );
          expect(new Set(back.map(flightsKey)).size).toBe(cards.length + flights);
        }
      }),
      runs,
    );
  });

  it('shows best, cheapest and fastest among the first five of a list by balance', () => {
    fc.assert(
      fc.property(arbitrarySearch, (search) => {
        const trip: Trip = { ...search.trip, sort: 'best' };
        const ranking = rank(search.offers, trip, search);
        fc.pre(ranking.cards.length > 0);
        for (const badge of ['best', 'cheapest', 'fastest'] as const) {
          const [one, ...others] = badged(ranking, badge);
          expect(others).toEqual([]);
          expect(one && ranking.cards.indexOf(one)).toBeLessThan(5);
        }
        expect(ranking.cards[0]?.badges).toContain('best');
      }),
      runs,
    );
  });

  it('gives each badge to the one card that earns it, whatever the order', () => {
    fc.assert(
      fc.property(arbitrarySearch, (search) => {
        const ranking = rank(search.offers, search.trip, search);
        fc.pre(ranking.cards.length > 0);
        const least = (measure: (card: RankedOffer) => number) => Math.min(...ranking.cards.map(measure));
        const criteria = ({ offer }: RankedOffer) => criteriaOf(offer, search.trip, search.currency);
        const cost = ({ cost: own }: RankedOffer) => own;
        const price = (card: RankedOffer) => criteria(card).price;
        const duration = (card: RankedOffer) => criteria(card).durationMinutes;
        expect(badged(ranking, 'best').map(cost)).toEqual([least(cost)]);
        expect(badged(ranking, 'cheapest').map(price)).toEqual([least(price)]);
        expect(ranking.cards.map(({ compared }) => compared)).toEqual(
          ranking.cards.map((card) => money(price(card), search.currency)),
        );
        expect(badged(ranking, 'fastest').map(duration)).toEqual([least(duration)]);
        for (const card of ranking.cards) expect(card.score).toBeCloseTo(least(cost) / card.cost, 9);
      }),
      runs,
    );
  });

  it('keeps an order by price, time or departure exact', () => {
    fc.assert(
      fc.property(arbitrarySearch, (search) => {
        const { trip, currency } = search;
        fc.pre(trip.sort !== 'best');
        const measures = rank(search.offers, trip, search).cards.map((card) => {
          const { price, durationMinutes } = criteriaOf(card.offer, trip, currency);
          if (trip.sort === 'cheapest') return price;
          return trip.sort === 'fastest' ? durationMinutes : lateness(card, trip.sort);
        });
        expect(measures).toEqual(measures.toSorted((a, b) => a - b));
      }),
      runs,
    );
  });
});

function partition(offers: readonly Offer[], trip: Trip): [failing: Offer[], passing: Offer[]] {
  const flagsOf = flagsIn(offers, trip);
  const fails = (offer: Offer) => flagsOf(offer).length > 0;
  return [offers.filter(fails), offers.filter((offer) => !fails(offer))];
}

/** An offer that the model beats: dearer or unprotected, of the same flights or of others at the same times. */
function worse(
  model: Offer,
  how: { dearer: number; otherFlights: boolean; separate: boolean; id: string },
): Offer {
  const [outward, ...back] = model.legs;
  const [first, ...rest] = outward.segments;
  const renamed = { ...outward, segments: [{ ...first, number: '9' }, ...rest] as const };
  return {
    ...model,
    id: how.id,
    legs: how.otherFlights ? [renamed, ...back] : model.legs,
    total: money(model.total.minor + how.dearer * 10_000, model.total.currency),
    separateTickets: model.separateTickets || how.separate,
  };
}
