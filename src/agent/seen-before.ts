import type { Notice } from '../contract/chat.ts';
import type { Formats } from '../dialogue/format.ts';
import type { Offer } from '../domain/offer.ts';
import type { WallClock } from './wall-clocks.ts';

export interface SeenBefore {
  readonly sentence: string;
  readonly notice: Notice;
}

/** What is said of offers whose prices need not hold any more: when they were seen, on the traveller's clock, and how to see them anew. */
export function seenBefore(
  offers: readonly Offer[],
  readClock: (instant: Temporal.Instant) => WallClock,
  timeZone: string | null,
  formats: Formats,
): SeenBefore | null {
  const [oldest] = offers
    .map(({ observedAt }) => observedAt)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  if (oldest === undefined) return null;
  const { present, today } = readClock(Temporal.Instant.from(oldest));
  const time = formats.clock(present.toPlainTime().toString({ smallestUnit: 'minute' }));
  const seen = `seen on ${formats.date(today)} at ${time}${timeZone === null ? ' UTC' : ''} and may have changed`;
  return {
    sentence: `Prices and seats were ${seen}. Say “Search again” for what holds now.`,
    notice: { code: 'stale_results', message: `Prices and seats were ${seen}.` },
  };
}
