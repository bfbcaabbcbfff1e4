import { firstSegment } from '../../domain/itinerary.ts';
import type { Offer } from '../../domain/offer.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import { policyTopics, type OfferTopic, type PolicyTopic } from '../../domain/understood.ts';
import { localIsoDate, type Formats } from '../format.ts';

export const isPolicyTopic = (topic: OfferTopic | null): topic is PolicyTopic =>
  policyTopics.some((policy) => policy === topic);

/** What is known of what airlines decide for all of their flights, and where the rest is to be found. `offer` is the one talked about. */
export function sayPolicy(topic: PolicyTopic, offer: Offer | undefined, formats: Formats): string {
  const airline = offer ? airlineName(offer.carrier) : 'The airline';
  switch (topic) {
    case 'child_fares':
      return `Prices here are for the whole party at once. Tell me how many children fly along and how old they are, and the sources price them by their ages. Which discounts there are besides I do not know: ${lowered(airline)} lists them on its own pages.`;
    case 'infant_seat':
      return `I search for infants under two on the lap of an adult, without a seat of their own. Whether one can be had, and what it costs, I do not know: ask ${lowered(airline)} before you buy.`;
    case 'payment':
      return `Nothing is paid here: this version issues no tickets and charges nothing. Which ways to pay it takes, ${lowered(airline)} says on its own pages.`;
    case 'check_in': {
      const leaves = offer
        ? ` This flight leaves ${firstSegment(offer.legs[0]).origin} on ${formats.date(localIsoDate(firstSegment(offer.legs[0]).departsAt))} at ${formats.time(firstSegment(offer.legs[0]).departsAt)}.`
        : '';
      return `When check-in opens and closes, and how early to be there, I do not know: ${lowered(airline)} and the airport say so.${leaves}`;
    }
    case 'bag_size':
      return `How large or heavy a bag may be I do not know, only how many are included: ${lowered(airline)} lists the limits on its own pages.`;
    case 'seat_choice':
      return `I cannot choose seats, and the sources do not say what a choice costs: ${lowered(airline)} offers it with the booking or after it.`;
    case 'animals':
      return `Whether an animal may fly along, where, and what it costs, I do not know: ask ${lowered(airline)} before you buy.`;
    case 'special_bags':
      return `Whether that may come along, and what it costs, I do not know: ${lowered(airline)} lists it on its own pages.`;
    case 'transit':
      return `What happens between two flights, with bags, border control and leaving the airport, I do not know: it depends on the country, the tickets and your passport, and ${lowered(airline)} can say.`;
    case 'booking':
      return `Nothing is booked or charged here: I find and compare flights, issue no tickets, and have no page to link to. To buy a flight, give ${lowered(airline)} its number and day.`;
    case 'disruption':
      return `What happens when a flight is missed, late or cancelled, or a bag is lost, I do not know: it depends on the ticket and on the law that holds, and ${lowered(airline)} can say.`;
    case 'price_changes':
      return 'How long a price holds, whether it will rise or fall, and what is usual on this route, I do not know: it can change until the ticket is bought. Ask “Is it still available?” and I ask the source again.';
    case 'miles':
      return `Which miles or points a fare earns I do not know: ${lowered(airline)} lists it on its own pages, by fare.`;
  }
}

const lowered = (airline: string): string => (airline === 'The airline' ? 'the airline' : airline);
