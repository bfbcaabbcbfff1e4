/** Currency of a region where a traveller writes only "$", "kr" or no sign at all. ISO 3166-1 alpha-2 to ISO 4217. */
const currencyOfRegion: Readonly<Record<string, string>> = {
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  GB: 'GBP',
  CH: 'CHF',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  IS: 'ISK',
  TR: 'TRY',
  IL: 'ILS',
  AE: 'AED',
  IN: 'INR',
  CN: 'CNY',
  HK: 'HKD',
  TW: 'TWD',
  KR: 'KRW',
  SG: 'SGD',
  MY: 'MYR',
  TH: 'THB',
  ID: 'IDR',
  PH: 'PHP',
  MX: 'MXN',
  BR: 'BRL',
  ZA: 'ZAR',
  AT: 'EUR',
  BE: 'EUR',
  DE: 'EUR',
  ES: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  GR: 'EUR',
  IE: 'EUR',
  IT: 'EUR',
  LU: 'EUR',
  NL: 'EUR',
  PT: 'EUR',
};

const named: Readonly<Record<string, string>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  us$: 'USD',
  usd: 'USD',
  c$: 'CAD',
  cad: 'CAD',
  a$: 'AUD',
  aud: 'AUD',
  nz$: 'NZD',
  nzd: 'NZD',
  '¥': 'JPY',
  jpy: 'JPY',
  yen: 'JPY',
  cny: 'CNY',
  rmb: 'CNY',
  yuan: 'CNY',
  chf: 'CHF',
  franc: 'CHF',
  francs: 'CHF',
  '₹': 'INR',
  inr: 'INR',
  rupees: 'INR',
  rs: 'INR',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  pln: 'PLN',
  zł: 'PLN',
  zloty: 'PLN',
  czk: 'CZK',
  huf: 'HUF',
  try: 'TRY',
  '₺': 'TRY',
  ils: 'ILS',
  '₪': 'ILS',
  aed: 'AED',
  dirhams: 'AED',
  brl: 'BRL',
  r$: 'BRL',
  reais: 'BRL',
  mxn: 'MXN',
  sgd: 'SGD',
  hkd: 'HKD',
  krw: 'KRW',
  '₩': 'KRW',
  won: 'KRW',
  thb: 'THB',
  baht: 'THB',
  zar: 'ZAR',
  rand: 'ZAR',
};

/** Currencies by the country before their name, as in "Canadian dollars", and that name. */
const ofCountry: readonly (readonly [country: string, name: string, code: string])[] = [
  ['us|u\\.s\\.|american', 'dollars?', 'USD'],
  ['canadian', 'dollars?', 'CAD'],
  ['australian|aussie', 'dollars?', 'AUD'],
  ['new zealand|nz|kiwi', 'dollars?', 'NZD'],
  ['singapore|singaporean', 'dollars?', 'SGD'],
  ['hong kong|hk', 'dollars?', 'HKD'],
  ['british|uk|english', 'pounds?', 'GBP'],
  ['swiss', 'francs?', 'CHF'],
  ['japanese', 'yen', 'JPY'],
  ['chinese', 'yuan', 'CNY'],
  ['indian', 'rupees?', 'INR'],
  ['swedish', 'kron[aeo]r?', 'SEK'],
  ['norwegian', 'kron[aeo]r?', 'NOK'],
  ['danish', 'kron[aeo]r?', 'DKK'],
  ['mexican', 'pesos?', 'MXN'],
  ['south african', 'rand', 'ZAR'],
];

/** Source of a pattern for a currency's sign, code or name. */
export const currencyPattern = `(?:(?:${ofCountry.map(([country, name]) => `(?:${country}) ${name}`).join('|')})(?![a-z])|us ?\\$|c\\$|a\\$|nz\\$|r\\$|[$€£¥₹₺₪₩]|zł|(?:eur|euros?|gbp|pounds?|quid|usd|dollars?|bucks?|cad|aud|nzd|jpy|yen|cny|rmb|yuan|chf|francs?|inr|rupees|rs|sek|nok|dkk|kr|kronor|kroner|pln|zloty|czk|huf|try|ils|aed|dirhams|brl|reais|mxn|sgd|hkd|krw|won|thb|baht|zar|rand)(?![a-z]))`;

/** ISO 4217 code of a sign, or of nothing at all, as a traveller of that locale means it. */
export function currencyOf(sign: string | undefined, locale: string): string {
  const home = currencyOfRegion[regionOf(locale)] ?? 'USD';
  if (sign === undefined) return home;
  const known = named[sign.replace(' ', '')] ?? currencyOfCountry(sign);
  if (known) return known;
  if (sign.startsWith('kr')) return ['NOK', 'DKK', 'ISK'].includes(home) ? home : 'SEK';
  return ['CAD', 'AUD', 'NZD', 'SGD', 'HKD'].includes(home) ? home : 'USD';
}

const withCountry = ofCountry.map(([country, name, code]) => ({
  regex: new RegExp(`^(?:${country}) ${name}$`),
  code,
}));
const currencyOfCountry = (words: string): string | undefined =>
  withCountry.find(({ regex }) => regex.test(words))?.code;

const regionOf = (locale: string): string =>
  /[-_]([A-Z]{2})(?:$|[-_])/i.exec(locale)?.[1]?.toUpperCase() ?? '';
