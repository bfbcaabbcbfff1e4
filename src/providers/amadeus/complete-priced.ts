import type { Offer } from '../../domain/offer.ts';
import type { AmadeusOffer } from './schema.ts';

/**
 * An offer as it was priced, with what the search said of the same fares: a price repeats neither amenities nor emissions, and silence there
 * takes nothing back. Of other fares what was said before does not hold.
 */
export function completePriced(priced: Offer, searched: Offer): Offer {
  if (fareBasesOf(priced) !== fareBasesOf(searched)) return priced;
  const [fare, known] = [priced.fare, searched.fare];
  return {
    ...priced,
    co2Kg: priced.co2Kg ?? searched.co2Kg,
    fare: {
      ...fare,
      brand: fare.brand ?? known.brand,
      refundable: fare.refundable ?? known.refundable,
      changeable: fare.changeable ?? known.changeable,
      carryOnBags: fare.carryOnBags ?? known.carryOnBags,
      checkedBags: fare.checkedBags ?? known.checkedBags,
    },
  };
}

/** The fare basis of every traveller on every segment, as it was sent. */
function fareBasesOf({ reference }: Offer): string {
  const { travelerPricings } = reference.value as AmadeusOffer;
  return travelerPricings
    .map(({ fareDetailsBySegment: details }) => details.map(({ fareBasis }) => fareBasis).join())
    .join('|');
}
