import type { NothingToCheck } from './check-offer.ts';
import type { NoCalendar } from './price-calendar.ts';

/** Why a tool has no answer, for whoever asked. */
export const refusalTexts: Readonly<Record<NothingToCheck | NoCalendar, string>> = {
  session_not_found: 'There is no conversation with this id, or it has ended.',
  offer_not_found:
    'The conversation holds no offer with this id. It may have been replaced by a newer search.',
  unknown_place: 'There is no airport or city with this code.',
  overloaded: 'Too many searches wait already. Please try again in a moment.',
};
