// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Trip } from '../../../src/contract/trip.ts';
import { NoFlightsYet } from './NoFlightsYet.tsx';
import { TripChips } from './TripChips.tsx';

afterEach(cleanup);

const place = (code: string) => ({ kind: 'airport', code, name: code, country: 'US', airports: [code] });
const tripOf = (known: boolean, filters: Partial<Trip['filters']> = {}): Trip =>
  Trip.parse({
    trip_type: 'one_way',
    legs: [
      {
        origin: place('BOS'),
        destination: place('LIS'),
        departure: known
          ? { earliest: '2026-12-04', latest: '2026-12-04', time_from: null, time_to: null }
          : null,
      },
    ],
    filters,
    sort: 'best',
  });

function show(conversation: ComponentProps<typeof NoFlightsYet>['conversation']) {
  const [onRetry, onSearch] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(<NoFlightsYet conversation={conversation} onRetry={onRetry} onSearch={onSearch} />);
  return { onRetry, onSearch };
}

describe('the place of the flights before there are any', () => {
  it.each([
    ['no trip', null, 'Say where you would like to go'],
    ['a trip that lacks a day', tripOf(false), 'Say what is still missing'],
    ['a whole trip with an open question', tripOf(true), 'One question is still open'],
  ])('says what it waits for: %s', (_name, trip, words) => {
    show({ trip, stopped: false, lines: [{ id: 0, from: 'agent', text: 'Which one?' }] });
    expect(screen.getByText(words, { exact: false })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers to search a whole trip that waits for nothing', async () => {
    const { onSearch } = show({ trip: tripOf(true), stopped: false, lines: [] });
    expect(screen.getByText('No source has been asked', { exact: false })).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Ask the sources' }));
    expect(onSearch).toHaveBeenCalledOnce();
  });

  it('offers to go on after a stop', async () => {
    const { onRetry } = show({ trip: tripOf(true), stopped: true, lines: [] });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Ask again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('the wishes of a trip', () => {
  it('are said with their airlines, alliances and hours', () => {
    const trip = tripOf(true, {
      airlines: { include: ['TP'], exclude: ['UA', 'FR'] },
      alliances: ['star'],
      via_airports: ['HND', 'NRT'],
      min_layover_minutes: 60,
      max_layover_minutes: 180,
    });
    render(<TripChips trip={trip} onSend={() => undefined} />);
    const wishes = screen.getAllByRole('button', { name: /^Remove: / }).map((chip) => chip.textContent);
    expect(wishes.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'With TAP Air Portugal, Without United Airlines, Ryanair',
      'Only Star Alliance',
      'Via HND, NRT',
      'Waits of 1 h to 3 h',
    ]);
  });
});
