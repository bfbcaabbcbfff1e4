import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { useHasPassed } from '../hooks/use-has-passed.ts';
import { useWords } from '../texts/words.ts';
import { localOf } from './PriceCalendarView.tsx';

interface PriceAgeProps {
  readonly cards: readonly FlightCard[];
  /** Asks for new prices; absent while something runs. */
  readonly onSearch?: () => void;
}

/** When the prices of a list were seen; after the time that the sources gave them, that they are old, and the way to new ones. */
export function PriceAge({ cards, onSearch }: PriceAgeProps) {
  const { t, time, day } = useWords();
  const ends = cards.flatMap(({ expires_at: end }) => end ?? []).sort();
  const expired = useHasPassed(ends[0] ?? null);
  const [first] = cards;
  if (!first) return null;
  const seen = localOf(first.observed_at);
  const isToday = seen.slice(0, 10) === localOf(new Date().toISOString()).slice(0, 10);
  const when = isToday ? time(seen) : `${day(seen)}, ${time(seen)}`;
  if (!expired) return <span className="quiet"> {t.results.asOf(when)}</span>;
  return (
    <span className="price-age" role="note">
      {t.results.expired(when)}{' '}
      {onSearch && (
        <button type="button" className="text-button" onClick={onSearch}>
          {t.nothing.again}
        </button>
      )}
    </span>
  );
}
