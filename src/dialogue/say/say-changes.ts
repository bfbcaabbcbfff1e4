import { cabinNames } from '../../domain/cabin.ts';
import { firstSegment, lastSegment } from '../../domain/itinerary.ts';
import type { OfferChange } from '../../domain/offer-changes.ts';
import type { Offer } from '../../domain/offer.ts';
import { localDayOf, type ZonedMinute } from '../../domain/zoned-minute.ts';
import { localIsoDate, type Formats } from '../format.ts';
import { counted } from '../texts/en.ts';

/** "it leaves at 10:11 AM now instead of 5:11 AM and it is no longer refundable". */
export const sayChanges = (changes: readonly OfferChange[], offer: Offer, formats: Formats): string =>
  formats.list(changes.map((change) => sayChange(change, offer, formats)));

function sayChange(change: OfferChange, offer: Offer, formats: Formats): string {
  switch (change.what) {
    case 'flights':
      return change.now === null || change.was === null
        ? `it has ${change.now === null ? 'fewer' : 'more'} flights now`
        : `${nameLeg(change.leg, offer)} is ${change.now} now instead of ${change.was}`;
    case 'departure':
      return `${nameLeg(change.leg, offer)} leaves ${instead(change, formats)}`;
    case 'arrival':
      return `${nameLeg(change.leg, offer)} arrives ${instead(change, formats)}`;
    case 'layover':
      return `the wait in ${change.airport} is ${formats.duration(change.now)} now instead of ${formats.duration(change.was)}`;
    case 'cabin':
      return change.now === null
        ? 'its cabin is not known any more'
        : `it is in ${cabinNames[change.now]} now instead of ${cabinNames[change.was]}`;
    case 'refundable':
      return sayRule(change.now, 'is refundable now', 'is no longer refundable', 'can be refunded');
    case 'changeable':
      return sayRule(change.now, 'can be changed now', 'can no longer be changed', 'can be changed');
    case 'carry_on_bags':
      return sayBags(change, 'carry-on bag');
    case 'checked_bags':
      return sayBags(change, 'checked bag');
  }
}

const sayRule = (now: boolean | null, yes: string, no: string, about: string): string =>
  now === null ? `it is not known any more whether it ${about}` : `it ${now ? yes : no}`;

function sayBags({ was, now }: { was: number; now: number | null }, bag: string): string {
  if (now === null) return `it is not known any more how many ${bag}s are included`;
  if (now === 0) return `no ${bag} is included any more`;
  return `${counted(now, bag)} ${now === 1 ? 'is' : 'are'} included now instead of ${was === 0 ? 'none' : was}`;
}

/** "at 10:11 AM now instead of 5:11 AM", with the days where they differ. */
function instead({ was, now }: { was: ZonedMinute; now: ZonedMinute }, formats: Formats): string {
  if (localDayOf(was) === localDayOf(now))
    return `at ${formats.time(now)} now instead of ${formats.time(was)}`;
  const dayAndTime = (time: ZonedMinute) =>
    `${formats.shortDate(localIsoDate(time))} at ${formats.time(time)}`;
  return `on ${dayAndTime(now)} now instead of ${dayAndTime(was)}`;
}

/** By its ends where there are several: the way back of a round trip and the third flight of five have no better name in common. */
function nameLeg(index: number, { legs }: Offer): string {
  const leg = legs[index];
  if (legs.length === 1 || !leg) return 'it';
  return `the way from ${firstSegment(leg).origin} to ${lastSegment(leg).destination}`;
}
