import type { Trip } from '../../../src/contract/trip.ts';
import { isWhole } from '../hooks/conversation-store.ts';
import { useWords } from '../texts/words.ts';
import { Rose } from './Rose.tsx';

interface NoFlightsYetProps {
  readonly trip: Trip | null;
  readonly stopped: boolean;
  readonly onRetry: () => void;
}

/** The place of the flights while no source has been asked, or none was let finish: why, and the way on. */
export function NoFlightsYet({ trip, stopped, onRetry }: NoFlightsYetProps) {
  const { t } = useWords();
  return (
    <div className="incomplete">
      <Rose />
      <p>{reasonOf(trip, stopped, t.results)}</p>
      {stopped && (
        <button type="button" className="button" onClick={onRetry}>
          {t.nothing.again}
        </button>
      )}
    </div>
  );
}

interface Reasons {
  readonly stopped: string;
  readonly noTrip: string;
  readonly incomplete: string;
  readonly undecided: string;
}

function reasonOf(trip: Trip | null, stopped: boolean, reasons: Reasons): string {
  if (stopped) return reasons.stopped;
  if (!trip) return reasons.noTrip;
  // A whole trip that was not searched waits for a question: which Portland, which day back.
  return isWhole(trip) ? reasons.undecided : reasons.incomplete;
}
