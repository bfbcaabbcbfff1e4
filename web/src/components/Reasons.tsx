import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { bindUnits } from '../texts/bind-units.ts';
import { agentLanguage } from '../texts/words.ts';

/**
 * Why a card stands where it does. What sets it against the first of the list is marked: the style sheet leaves it away where the list
 * does not stand as it was told, without any card being drawn again.
 */
export function Reasons({ card }: { card: FlightCard }) {
  const { reasons, reason_against_first: against } = card;
  if (reasons.length === 0) return null;
  return (
    <p className={reasons.length === 1 && against === 0 ? 'reason as-told' : 'reason'} lang={agentLanguage}>
      {reasons.map((reason, at) => (
        <span key={reason} className={at === against ? 'as-told' : undefined}>
          {bindUnits(reason)}.{' '}
        </span>
      ))}
    </p>
  );
}
