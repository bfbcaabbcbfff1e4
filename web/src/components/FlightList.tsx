import { memo, useRef } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { useReveal } from '../hooks/use-reveal.ts';
import { useSettling } from '../hooks/use-settling.ts';
import { flightsOf } from '../model/card-facts.ts';
import { holds, type CardSet } from '../model/card-set.ts';
import { FlightCardView, type FlightCardViewProps } from './FlightCardView.tsx';

interface FlightListProps extends CardCallbacks {
  readonly cards: readonly FlightCard[];
  /** Places in `cards`, in the order in which they are shown. */
  readonly places: readonly number[];
  readonly passing: CardSet;
  readonly medianCo2: number | null;
  readonly pointedAt: readonly string[];
  /** Those that were put aside, by their flights. */
  readonly compared: readonly string[];
  readonly mayCompare: boolean;
  /** Tells which card the eye is on, for the map and the plot. */
  readonly onLook: (offerId: string | null) => void;
}
type CardCallbacks = Pick<FlightCardViewProps, 'onCompare' | 'onChoose'>;

/**
 * Every card that is held stands in the page, so that it can be found, printed and read aloud. A filter only hides and shows:
 * no card is made, drawn again or moved for it. Those out of sight cost nothing, because the style sheet leaves them out of the layout.
 */
export const FlightList = memo(function FlightList(props: FlightListProps) {
  const { cards, places, passing, pointedAt, compared } = props;
  const keys = places.map((at) => flightsOf(cards[at] as FlightCard));
  const list = useRef<HTMLOListElement>(null);
  useSettling(list, keys.join());
  useReveal(list, passing);
  return (
    <ol className="cards" ref={list}>
      {places.map((at, place) => {
        const card = cards[at] as FlightCard;
        return (
          <FlightItem
            key={keys[place]}
            flights={keys[place] ?? ''}
            hidden={!holds(passing, at)}
            card={card}
            medianCo2={props.medianCo2}
            pointedAt={pointedAt.includes(card.offer_id)}
            compared={compared.includes(keys[place] ?? '')}
            mayCompare={props.mayCompare}
            onCompare={props.onCompare}
            onChoose={props.onChoose}
            onLook={props.onLook}
          />
        );
      })}
    </ol>
  );
});

interface FlightItemProps extends FlightCardViewProps {
  readonly flights: string;
  readonly hidden: boolean;
  readonly onLook: FlightListProps['onLook'];
}

/** The place of a card in the list. Apart from the card, which stays as it is when its place is hidden. */
const FlightItem = memo(function FlightItem({ flights, hidden, onLook, ...view }: FlightItemProps) {
  return (
    <li
      className="card-item"
      hidden={hidden}
      aria-hidden={hidden}
      data-settles={flights}
      onPointerEnter={() => onLook(view.card.offer_id)}
      onPointerLeave={() => onLook(null)}
    >
      <FlightCardView {...view} />
    </li>
  );
});
