// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Results } from '../../../src/contract/search.ts';
import { NothingFound } from './NothingFound.tsx';

afterEach(cleanup);

describe('an empty list', () => {
  it('says how many flights a wish is worth, and not how many fares', () => {
    const relaxation = { filter: 'max_stops', also: [], say: 'Any number of stops', over: null };
    const results = Results.parse({
      cards: 0,
      listed: 0,
      offers: 60,
      left_out: [],
      median_co2_kg: null,
      relaxations: [
        {
          ...relaxation,
          offers: 60,
          flights: 20,
          price: { amount: '427', currency: 'USD' },
          minutes: null,
          over_minutes: null,
          stops: null,
        },
      ],
    });
    const nothing = () => undefined;
    render(<NothingFound reason="filtered_out" results={results} onSend={nothing} onRetry={nothing} />);
    expect(screen.getByRole('button').textContent).toBe('Any number of stops20 flights, from $427');
  });
});
