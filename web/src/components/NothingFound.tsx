import type { Results, SearchSummary } from '../../../src/contract/search.ts';
import { agentLanguage, useWords } from '../texts/words.ts';

interface NothingFoundProps {
  readonly reason: NonNullable<SearchSummary['empty_reason']>;
  readonly results: Results | null;
  readonly onSend: (message: string) => void;
  readonly onRetry: () => void;
}

/** An empty list with its reason, and the wishes to give up as buttons. */
export function NothingFound({ reason, results, onSend, onRetry }: NothingFoundProps) {
  const { t, money } = useWords();
  const [title, text] = t.nothing[reason];
  return (
    <div className="nothing" data-reason={reason}>
      <h3>{title}</h3>
      <p>{text}</p>
      <ul className="relaxations">
        {results?.relaxations.map(({ say, flights, price }) => (
          <li key={say}>
            <button type="button" className="button wide" onClick={() => onSend(say)}>
              <strong lang={agentLanguage}>{say}</strong>
              <span>{t.nothing.relax(flights, price ? money(price) : '')}</span>
            </button>
          </li>
        ))}
      </ul>
      {(reason === 'providers_failed' || reason === 'still_asking') && (
        <button type="button" className="button" onClick={onRetry}>
          {t.nothing.again}
        </button>
      )}
    </div>
  );
}
