const euro = 'AT BE BG HR CY DE EE ES FI FR GR IE IT LT LU LV MT NL PT SI SK';
const others: Readonly<Record<string, string>> = {
  GB: 'GBP',
  CH: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  JP: 'JPY',
  IN: 'INR',
  BR: 'BRL',
  MX: 'MXN',
  SE: 'SEK',
  PL: 'PLN',
};

/** The currency of the region of a language tag; dollars where the tag names none that we know. */
export function currencyOf(tag: string): string {
  const region = new Intl.Locale(tag).maximize().region ?? 'US';
  return euro.split(' ').includes(region) ? 'EUR' : (others[region] ?? 'USD');
}
