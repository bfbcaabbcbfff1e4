import type { Airport } from '../../domain/reference/airports.ts';

/** Percent of an airport's passengers that cross a border, where it is far from its country's mean. Estimates, not taken from a source. */
const airportPercents = `
JFK 55 EWR 32 LAX 32 SFO 28 MIA 47 ORD 20 IAD 38 ATL 14 IAH 25 DFW 15 BOS 20 SEA 12 FLL 23 MCO 13 HNL 22 PHL 14 DTW 12 DEN 6 LAS 7 PHX 5 CLT 7 MSP 10 SLC 6 SJU 12 LGA 4
DCA 1 MDW 3 DAL 0 HOU 7 PVG 45 PEK 25 CAN 28 TFU 14 SHA 1 PKX 10 SZX 9 XMN 15 HGH 12 NKG 8 KMG 9 NRT 80 KIX 75 HND 25 NGO 45 FUK 32 CTS 15 OKA 15 ITM 0 ICN 99 GMP 18 CJU 6 PUS 60
DEL 28 BOM 28 BLR 14 MAA 26 COK 48 CCU 12 HYD 18 AMD 18 CGK 30 DPS 60 GRU 35 GIG 30 VCP 6 CGH 0 SDU 0 AEP 18 EZE 85 SYD 40 MEL 32 BNE 25 PER 30 SVO 35 LED 12 DME 25 MEX 33 CUN 66 BOG 35 IST 78
SAW 50 AYT 82 LHR 95 LGW 93 STN 94 LTN 94 MAN 92 EDI 60 GLA 45 BHD 3 LCY 72 ORY 55 CDG 91 NCE 62 LIN 35 FCO 74 YYZ 62 YUL 58 YVR 45 YYC 28 JNB 45 CPT 26 BKK 82 DMK 38 HKT 55 SGN 42 HAN 42 KUL 74
MNL 48 TPE 100 TSA 18 AKL 55 JED 58 RUH 45 DMM 45 THR 0 IKA 98 TAS 95 ALA 40 GYD 95
`;
const countryPercents = `US 6 CN 4 JP 15 IN 10 ID 14 BR 5 AU 8 RU 8 MX 30 CA 20 TR 45 NO 35 SE 60 IT 62 ES 68 FR 58 GB 80 DE 85 CO 22 CL 30 AR 20 PE 40 SA 25 IR 15 VN 30 TH 35 PH 25 MY 35 KR 30 NZ 20 ZA 12 NG 20 KZ 25 DZ 50 GR 70`;
const otherwise = 90;

const percents = (text: string) =>
  new Map([...text.matchAll(/([A-Z]{2,3}) (\d+)/g)].map(([, code = '', percent]) => [code, Number(percent)]));
const byAirport = percents(airportPercents);
const byCountry = percents(countryPercents);

/** Passengers of an airport (millions) that a route competes for: those who stay in the country, or those who leave it. */
export function passengersFor({ iata, country, passengersMillions }: Airport, domestic: boolean): number {
  const abroad = (byAirport.get(iata) ?? byCountry.get(country) ?? otherwise) / 100;
  return passengersMillions * (domestic ? Math.max(0.02, 1 - abroad) : abroad);
}

/** Airports with a limit to how far their flights go, kilometres, by rule or by runway; a D admits domestic flights only. */
const limitsTable = `LGA 2420 DCA 2020 DAL 2600D MDW 4000 HOU 3200 SNA 3900 LCY 1600 BHD 900 YTZ 1200 LIN 1500 BMA 1200 ORY 8000 CGH 3000D SDU 1500D ITM 2000D SHA 2600D GMP 1800 TSA 2200 AEP 3200 THR 1600D SAW 5000 DMK 4500 LTN 4200 STN 4200 SUB 4500 NLU 2600 TLC 2600`;
const limits = new Map(
  [...limitsTable.matchAll(/([A-Z]{3}) (\d+)(D?)/g)].map(([, code = '', kilometres, letter]) => [
    code,
    { kilometres: Number(kilometres), domestic: letter === 'D' },
  ]),
);

/** Whether an airport lets a flight go that far. */
export function mayFly(airport: Airport, kilometres: number, domestic: boolean): boolean {
  const limit = limits.get(airport.iata);
  return !limit || (kilometres <= limit.kilometres && (domestic || !limit.domestic));
}

/** Neighbours that nobody flies between, by country. */
const closedBorders = Map.groupBy(
  `IL LB|IL SY|IL IQ|IL IR|IL KW|IL SA|IL QA|IL OM|IL YE|IL LY|IL DZ|IL PK|IL BD|IN PK|AM AZ|DZ MA|KP KR|KP JP|RU UA|BY UA|XK RS`
    .split('|')
    .flatMap((pair) => [pair, pair.split(' ').toReversed().join(' ')]),
  (pair) => pair.slice(0, 2),
);

/** Whether no flight goes from one airport's country to the other's. */
export const bordersAreClosed = (a: Pick<Airport, 'country'>, b: Pick<Airport, 'country'>): boolean =>
  closedBorders.get(a.country)?.some((pair) => pair.endsWith(b.country)) ?? false;

/** Slots here are dear: low-cost carriers stay away. */
export const withoutLowCost: ReadonlySet<string> = new Set(['LHR', 'LCY', 'HND', 'FRA', 'ZRH']);
