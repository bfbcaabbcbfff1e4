import { expect, it } from 'vitest';
import type { Relaxation } from '../../domain/ranked.ts';
import { formatsFor } from '../format.ts';
import { describeRelaxation } from './describe-ranking.ts';

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
