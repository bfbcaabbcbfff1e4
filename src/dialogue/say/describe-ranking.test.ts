import { expect, it } from 'vitest';
import type { Relaxation } from '../../domain/ranked.ts';
import { fromIso } from '../../domain/zoned-minute.ts';
import { formatsFor } from '../format.ts';
import { describeRelaxation, describeWarning } from './describe-ranking.ts';

const formats = formatsFor('en-US', 2026);
const withoutLimit = (nearest: Relaxation['nearest']) =>
  describeRelaxation({ filter: 'max_price', also: [], offers: 3, flights: 1, nearest }, formats);

it('a price over the limit is said as it is sold, and by how much it is over only in the currency of the limit', () => {
  const [value, over] = [
    { minor: 60_000, currency: 'USD' },
    { minor: 10_000, currency: 'USD' },
  ];
  expect(withoutLimit({ kind: 'money', value, over })).toContain('from $600 ($100 over)');
  expect(withoutLimit({ kind: 'money', value, over, withBags: true })).toContain(
    'from $600 with the bags ($100 over)',
  );
  const inPounds = withoutLimit({ kind: 'money', value: { minor: 41_230, currency: 'GBP' }, over: null });
  expect(inPounds).toMatch(/from £412\.30$/);
});

it('what comes back is counted in flights, of which each may have several fares', () => {
  expect(withoutLimit({ kind: 'none' })).toBe('without the price limit there is 1 flight');
});

it('a landing in the night is said with its time, and where two airports of a city differ, both', () => {
  const at = fromIso('2026-12-05T03:15:00+00:00');
  const night = (leg: number) => describeWarning({ kind: 'unsocial_arrival', leg, at }, 2, formats);
  expect([night(0), night(1)]).toEqual([
    'Lands in the night (3:15 AM)',
    'Lands in the night on the way back (3:15 AM)',
  ]);
  expect(
    describeWarning({ kind: 'returns_from_other_airport', from: 'UKB', instead: 'KIX' }, 2, formats),
  ).toBe('Returns from UKB, not KIX');
  expect(describeWarning({ kind: 'comes_back_elsewhere', to: 'LGW', instead: 'LHR' }, 2, formats)).toBe(
    'Comes back to LGW, not LHR',
  );
});
