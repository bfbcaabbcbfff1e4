import { useRef } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { durationOf } from '../model/card-facts.ts';
import { flightNameOf } from '../model/flight-name.ts';
import { legLabel } from '../model/leg-label.ts';
import { bindUnits } from '../texts/bind-units.ts';
import { sayPrice } from '../texts/say-price.ts';
import { agentLanguage, useWords } from '../texts/words.ts';
import { sayBags, sayRule } from './FareChoices.tsx';
import { Icon } from './Icon.tsx';

interface CompareTrayProps {
  readonly cards: readonly FlightCard[];
  /** How many that were put aside are not in the list any more. */
  readonly gone: number;
  readonly onRemove: (card: FlightCard) => void;
  readonly onClear: () => void;
}

/** Up to three offers that were put aside, and a table of them. */
export function CompareTray({ cards, gone, onRemove, onClear }: CompareTrayProps) {
  const words = useWords();
  const { t, time, duration, number } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  if (cards.length + gone === 0) return null;
  const airlineOf = (card: FlightCard): string => {
    const { airline, seller } = flightNameOf(card);
    return t.card.flight(airline, seller);
  };
  const legs = (card: FlightCard, say: (leg: FlightCard['legs'][number]) => string) =>
    card.legs.map((leg, at) => (
      <div key={leg.departs_at}>
        {card.legs.length > 1 && <span className="quiet">{legLabel(card, at, t)} </span>}
        {say(leg)}
      </div>
    ));
  const rows: readonly (readonly [string, (card: FlightCard) => React.ReactNode])[] = [
    [t.compare.price, (card) => <strong>{sayPrice(card, words)}</strong>],
    [
      t.compare.times,
      (card) =>
        legs(
          card,
          (leg) =>
            `${time(leg.departs_at)} – ${time(leg.arrives_at)}${leg.day_shift ? ` ${t.card.dayShift(leg.day_shift)}` : ''}`,
        ),
    ],
    [t.compare.duration, (card) => duration(durationOf(card))],
    [
      t.compare.stops,
      (card) =>
        legs(card, (leg) =>
          leg.stops === 0
            ? t.card.nonstop
            : leg.layovers.map((wait) => t.card.wait(duration(wait.minutes), wait.airport)).join(', '),
        ),
    ],
    [t.compare.bags, (card) => sayBags(card.fare, words).join(' · ')],
    [
      t.compare.changes,
      (card) =>
        `${sayRule(card.fare.changeable, t.card.changeable, t.card.notChangeable, words)} · ${sayRule(card.fare.refundable, t.card.refundable, t.card.notRefundable, words)}`,
    ],
    [t.compare.co2, (card) => (card.co2_kg === null ? t.card.unknown : t.card.co2(number(card.co2_kg)))],
    [
      t.compare.reasons,
      // Side by side the first is another one than in the list.
      ({ reasons, reason_against_first: against }) => (
        <span lang={agentLanguage}>{bindUnits(reasons.filter((_, at) => at !== against).join('. '))}</span>
      ),
    ],
  ];
  return (
    <section className="tray" aria-label={t.compare.label}>
      {cards.length > 0 && (
        <>
          <span>{t.compare.tray(cards.length)}</span>
          <button type="button" className="button primary" onClick={() => dialog.current?.showModal()}>
            {t.compare.open}
          </button>
        </>
      )}
      {gone > 0 && (
        <span className="tray-gone" role="status">
          {t.compare.gone(gone)}
        </span>
      )}
      <button type="button" className="text-button" onClick={onClear}>
        {t.compare.clear}
      </button>
      <dialog ref={dialog} className="dialog" aria-label={t.compare.title}>
        <form method="dialog" className="dialog-head">
          <h2>{t.compare.title}</h2>
          <button type="submit" className="round" aria-label={t.edit.close}>
            <Icon name="close" />
          </button>
        </form>
        {/* A wide table scrolls inside its own box, which a keyboard can reach. */}
        <div className="compare-scroll" tabIndex={0} role="group" aria-label={t.compare.title}>
          <table>
            <thead>
              <tr>
                <td />
                {cards.map((card) => (
                  <th key={card.offer_id} scope="col">
                    {airlineOf(card)}
                    <button
                      type="button"
                      className="text-button"
                      aria-label={t.compare.remove(`${airlineOf(card)} ${flightsIn(card)}`)}
                      onClick={() => onRemove(card)}
                    >
                      <Icon name="close" />
                    </button>
                    <div className="quiet">{flightsIn(card)}</div>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([title, say]) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  {cards.map((card) => (
                    <td key={card.offer_id}>{say(card)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </dialog>
    </section>
  );
}

/** "TP 29, TP 30": which flights of the airline, for those that look alike. */
const flightsIn = ({ legs }: FlightCard): string =>
  legs.flatMap(({ segments }) => segments.map(({ flight }) => flight.replace(' ', '\u00a0'))).join(', ');
