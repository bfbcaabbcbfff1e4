/** An airport of one code, as a request names it. */
export const wireAirport = (code: string, country: string) => ({
  kind: 'airport',
  code,
  name: code,
  country,
  airports: [code],
});
