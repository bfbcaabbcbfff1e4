import type { CardsAnswer } from '../../../src/contract/session.ts';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Place } from '../../../src/contract/place.ts';
import type { Trip } from '../../../src/contract/trip.ts';

/**
 * The cards of an answer if they fly the trip, else none: a session goes on holding what it found before while it asks which Portland
 * is meant.
 */
export const ofTrip = (answer: CardsAnswer, trip: Trip | null): CardsAnswer =>
  answer.flight_cards.every((card) => flies(card, trip)) ? answer : { flight_cards: [], results: null };

const flies = ({ legs }: FlightCard, trip: Trip | null): boolean =>
  legs.every(({ origin, destination }, at) => {
    const leg = trip?.legs[at];
    return isAt(origin, leg?.origin) && isAt(destination, leg?.destination);
  });

const isAt = (airport: string, place: Place | null | undefined): boolean =>
  !place || place.code === airport || place.airports.includes(airport);
