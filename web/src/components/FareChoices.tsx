import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { useWords, type Words } from '../texts/words.ts';

/** The fares of the same flights side by side. */
export function FareChoices({ card }: { card: FlightCard }) {
  const words = useWords();
  const { t, money } = words;
  return (
    <div className="fares" role="group" aria-label={t.card.fares}>
      {card.fares.map((fare) => (
        <div key={fare.offer_id} className="fare" data-current={fare.offer_id === card.offer_id}>
          <p className="fare-name">
            {fare.brand ?? t.card.fareUnnamed}
            {fare.cabin && <span className="quiet"> {t.trip.cabins[fare.cabin]}</span>}
          </p>
          <p className="fare-price">{money(fare.total)}</p>
          <ul>
            {sayBags(fare, words).map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>{sayRule(fare.changeable, t.card.changeable, t.card.notChangeable, words)}</li>
            <li>{sayRule(fare.refundable, t.card.refundable, t.card.notRefundable, words)}</li>
          </ul>
        </div>
      ))}
    </div>
  );
}

type Fare = FlightCard['fare'];

/** What is in the price; what the source does not say is not guessed. */
export function sayBags(fare: Fare, { t, money }: Words): string[] {
  const checked = fare.checked_bags === null ? null : t.card.checked(fare.checked_bags);
  const lines = [
    fare.carry_on_bags === null ? null : t.card.carryOn(fare.carry_on_bags),
    checked && fare.extra_bag_price
      ? `${checked}, ${t.card.extraBag(money(fare.extra_bag_price), fare.checked_bags ?? 0)}`
      : checked,
  ].filter((line) => line !== null);
  return lines.length > 0 ? lines : [t.card.bagsUnknown];
}

export function sayRule(rule: boolean | null, yes: string, no: string, { t }: Words): string {
  if (rule === null) return `${yes}: ${t.card.unknown.toLowerCase()}`;
  return rule ? yes : no;
}
