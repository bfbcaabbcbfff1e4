import { describe, expect, it } from 'vitest';
import type { Warning } from '../domain/ranked.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from './example-offer.ts';
import { warningsOf } from './warnings.ts';

const warn = (...[id, total, leg, more]: Parameters<typeof offerOf>): Warning[] =>
  warningsOf(offerOf(id, total, leg, more), tripWith({}), 'USD');

const via = (lands: string, leaves: string, from = 'LHR') =>
  legOf(`BA 1 BOS 2026-12-04T06:00-05:00 LHR ${lands}`, `BA 2 ${from} ${leaves} LIS 2026-12-04T22:59+00:00`);

describe('the warnings', () => {
  it('are silent about a flight by day with enough seats', () => {
    expect(warn('a', '500 USD')).toEqual([]);
  });

  it.each<[string, string, Warning[]]>([
    ['2026-12-04T12:59Z', '59 minutes', [{ kind: 'tight_connection', airport: 'LHR', minutes: 59 }]],
    ['2026-12-04T13:00Z', 'an hour', []],
    ['2026-12-04T17:00Z', 'five hours', []],
    ['2026-12-04T17:01Z', 'a minute more', [{ kind: 'long_layover', airport: 'LHR', minutes: 301 }]],
  ])('know a wait until %s, %s', (leaves, _what, warnings) => {
    expect(warn('a', '500 USD', via('2026-12-04T12:00+00:00', leaves))).toEqual(warnings);
  });

  it('call a wait through the night that, and not long as well', () => {
    const night = legOf(
      'BA 1 BOS 2026-12-04T10:00-05:00 LHR 2026-12-04T23:00+00:00',
      'BA 2 LHR 2026-12-05T07:00+00:00 LIS 2026-12-05T09:40+00:00',
    );
    expect(warn('a', '500 USD', night)).toEqual([
      { kind: 'overnight_layover', airport: 'LHR', minutes: 480 },
      { kind: 'arrives_later_day', leg: 0, days: 1 },
    ]);
  });

  it('name both airports of a change between them', () => {
    expect(warn('a', '500 USD', via('2026-12-04T12:00+00:00', '2026-12-04T14:00+00:00', 'LGW'))).toEqual([
      { kind: 'changes_airport', from: 'LHR', to: 'LGW', minutes: 120 },
    ]);
  });

  it('name the leg that leaves in the night or arrives days later', () => {
    const back = legOf('TP 217 LIS 2026-12-11T05:29+00:00 BOS 2026-12-11T08:00-05:00');
    expect(warn('a', '500 USD', [plainLeg, back])).toEqual([{ kind: 'unsocial_departure', leg: 1 }]);
    const far = legOf('QF 1 BOS 2026-12-04T12:00-05:00 SYD 2026-12-06T08:00+11:00');
    expect(warn('a', '500 USD', far)).toEqual([{ kind: 'arrives_later_day', leg: 0, days: 2 }]);
  });

  it('name the leg that lands in the night, and when', () => {
    const home = legOf('TP 217 LIS 2026-12-11T19:00+00:00 BOS 2026-12-11T23:00-05:00');
    const [segment] = home.segments;
    const lands = { kind: 'unsocial_arrival', at: segment.arrivesAt } as const;
    expect(warn('a', '500 USD', [plainLeg, home])).toEqual([{ ...lands, leg: 1 }]);
    const morning = legOf('TP 9 LIS 2026-12-04T19:00+00:00 ACC 2026-12-05T05:29+00:00');
    expect(warn('a', '500 USD', morning).map(({ kind }) => kind)).toEqual([
      'arrives_later_day',
      'unsocial_arrival',
    ]);
    const later = legOf('TP 9 LIS 2026-12-04T19:00+00:00 ACC 2026-12-05T05:30+00:00');
    expect(warn('a', '500 USD', later).map(({ kind }) => kind)).toEqual(['arrives_later_day']);
  });

  it('tell of few seats, separate tickets, a lower cabin on the way and a currency that was not asked for', () => {
    expect(warn('a', '500 USD', plainLeg, { seatsLeft: 4 })).toEqual([{ kind: 'few_seats', seats: 4 }]);
    expect(warn('a', '500 USD', plainLeg, { seatsLeft: 5 })).toEqual([]);
    expect(warn('a', '500 USD', plainLeg, { separateTickets: true })).toEqual([{ kind: 'separate_tickets' }]);
    expect(warn('a', '500 EUR')).toEqual([{ kind: 'approximate_price_order', currency: 'EUR' }]);
    const [segment] = plainLeg.segments;
    const economy = { ...plainLeg, segments: [{ ...segment, cabin: 'economy' }] as const };
    expect(warn('a', '500 USD', economy, { fare: { cabin: 'business' } })).toEqual([{ kind: 'mixed_cabin' }]);
  });

  it('tell bags that cost from bags nobody knows about', () => {
    const trip = tripWith({ checkedBags: 1 });
    const fares = [
      { checkedBags: 1 },
      { checkedBags: 0, extraBagPrice: amountOf('55 USD') },
      { checkedBags: 0 },
      {},
    ];
    const told = fares.map((fare) => warningsOf(offerOf('a', '500 USD', plainLeg, { fare }), trip, 'USD'));
    expect(told).toEqual([
      [],
      [{ kind: 'bags_cost_extra', cost: amountOf('55 USD') }],
      [{ kind: 'bags_cost_extra', cost: null }],
      [{ kind: 'bags_unknown' }],
    ]);
  });
});
