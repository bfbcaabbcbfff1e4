import { beforeAll, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { tripAfter } from '../corpus/trip-after.ts';
import { createLanguage } from '../create-language.ts';
import type { Language } from '../language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** The legs that several messages come to, as "BOS-ROM 2027-05-01". */
const legsAfter = (...messages: string[]): string[] =>
  (tripAfter(language, messages)?.legs ?? []).map(
    ({ origin, destination, departure }) =>
      `${origin?.code ?? '?'}-${destination?.code ?? '?'} ${departure?.earliest ?? '?'}`,
  );

const twoCities = '3 nights in Rome and 4 nights in Paris';
const stated = ['BOS-ROM 2027-05-01', 'ROM-PAR 2027-05-04', 'PAR-BOS 2027-05-08'];

it('nights that were said before the day and the place to start from are not asked for again', () => {
  expect(legsAfter(twoCities)).toEqual(['?-ROM ?', 'ROM-PAR ?', 'PAR-? ?']);
  expect(legsAfter(twoCities, 'from Boston', 'May 1')).toEqual(stated);
});

it('nights stay what they are when the first day moves', () => {
  const later = ['BOS-ROM 2027-05-05', 'ROM-PAR 2027-05-08', 'PAR-BOS 2027-05-12'];
  expect(legsAfter(`${twoCities} from Boston on May 1`)).toEqual(stated);
  expect(legsAfter(`${twoCities} from Boston on May 1`, 'make it May 5')).toEqual(later);
  expect(legsAfter(`${twoCities} from Boston on May 4`, 'a day later')).toEqual(later);
});

it('a day that was given to a flight by itself is not counted any more', () => {
  const own = ['make the last one May 20', 'a day later'];
  expect(legsAfter(`${twoCities} from Boston on May 1`, ...own)).toEqual([
    'BOS-ROM 2027-05-02',
    'ROM-PAR 2027-05-05',
    'PAR-BOS 2027-05-20',
  ]);
});

it.each([
  ['skip Rome', ['BOS-PAR 2027-05-01', 'PAR-BOS 2027-05-05']],
  ['drop the stop in Paris', ['BOS-ROM 2027-05-01', 'ROM-BOS 2027-05-04']],
])('a city can be left out: %s', (words, legs) => {
  expect(legsAfter(`${twoCities} from Boston on May 1`, words)).toEqual(legs);
});

it('of many cities those that stay keep their nights', () => {
  const chain = 'Paris to Rome to Athens to Cairo, starting May 3, 4 days in each';
  expect(legsAfter(chain, 'leave out Athens')).toEqual(['PAR-ROM 2027-05-03', 'ROM-CAI 2027-05-07']);
});
