import { availability } from './availability.ts';
import { dateForms } from './date-forms.ts';
import { airlines } from './airlines.ts';
import { dates } from './dates.ts';
import { germanMessages } from './german.ts';
import { holidays } from './holidays.ts';
import { intents } from './intents.ts';
import { multiCity } from './multi-city.ts';
import { offersTalk } from './offers-talk.ts';
import { offersAsked } from './offers-asked.ts';
import { offers } from './offers.ts';
import { party } from './party.ts';
import { places } from './places.ts';
import { preferences } from './preferences.ts';
import type { Row } from './row.ts';
import { spelling } from './spelling.ts';
import { whichDays } from './which-days.ts';
import { times } from './times.ts';

/** Every phrase with what is expected of it, by topic. */
export const corpora: Readonly<Record<string, readonly Row[]>> = {
  places,
  dates,
  'which days': whichDays,
  'date forms': dateForms,
  holidays,
  times,
  party,
  preferences,
  airlines,
  offers,
  'offers asked about': offersAsked,
  'offers talked about': offersTalk,
  availability,
  'multi-city': multiCity,
  intents,
  german: germanMessages,
  spelling,
};
