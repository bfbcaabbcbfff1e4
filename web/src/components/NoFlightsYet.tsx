import type { Conversation } from '../model/conversation.ts';
import { isWhole } from '../model/is-whole.ts';
import { useWords } from '../texts/words.ts';
import { Rose } from './Rose.tsx';

interface NoFlightsYetProps {
  readonly conversation: Pick<Conversation, 'trip' | 'stopped' | 'lines'>;
  readonly onRetry: () => void;
  /** Asks the sources about the trip as it stands. */
  readonly onSearch: () => void;
}

/** The place of the flights while no source has been asked, or none was let finish: why, and the way on. */
export function NoFlightsYet({ conversation, onRetry, onSearch }: NoFlightsYetProps) {
  const { t } = useWords();
  const reason = reasonOf(conversation);
  return (
    <div className="incomplete">
      <Rose />
      <p>{t.results[reason]}</p>
      {reason === 'stopped' && (
        <button type="button" className="button" onClick={onRetry}>
          {t.nothing.again}
        </button>
      )}
      {reason === 'unasked' && (
        <button type="button" className="button" onClick={onSearch}>
          {t.results.ask}
        </button>
      )}
    </div>
  );
}

function reasonOf({ trip, stopped, lines }: NoFlightsYetProps['conversation']) {
  if (stopped) return 'stopped';
  if (!trip) return 'noTrip';
  if (!isWhole(trip)) return 'incomplete';
  // A whole trip that was not searched mostly waits for a question: which Portland, which day back.
  const last = lines.at(-1);
  return last?.from === 'agent' && last.text.includes('?') ? 'undecided' : 'unasked';
}
