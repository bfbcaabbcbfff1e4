import type { Airport, Airports } from '../../domain/reference/airports.ts';
import { foldName } from './fold.ts';
import type { PlaceCandidate } from './place-reading.ts';
import { cityWithoutAirport } from './places-of-airports.ts';

/** Towns, islands and boroughs without an airport of their own that travellers name by themselves, by the airports that serve them. */
const known: Readonly<Record<string, string>> = {
  'JFK LGA EWR': 'Brooklyn|Queens|Bronx|Staten Island|Harlem',
  'EWR LGA JFK': 'Jersey City|Hoboken',
  BRS: 'Bath',
  RDM: 'Bend',
  JED: 'Mecca|Makkah',
  LDE: 'Lourdes',
  ASR: 'Cappadocia|Göreme',
  TAB: 'Tobago',
  LAX: 'Venice Beach|Santa Monica|Malibu|Beverly Hills|Pasadena',
  'SFO OAK SJC': 'Palo Alto|Berkeley|Mountain View|Stanford',
  SAN: 'La Jolla',
  'DEN EGE': 'Vail|Breckenridge',
  SLC: 'Park City|Provo|Moab',
  'ABQ SAF': 'Taos',
  PHX: 'Scottsdale|Tempe|Sedona',
  RNO: 'Lake Tahoe|Tahoe|South Lake Tahoe',
  YVR: 'Whistler|Burnaby',
  YYZ: 'Mississauga',
  'BUF YYZ': 'Niagara Falls|Niagara',
  LHR: 'Wimbledon',
  LGW: 'Brighton',
  BHX: 'Stratford-upon-Avon|Coventry',
  'MAN LPL': 'Chester',
  'MAN LBA': 'Lake District',
  EDI: 'St. Andrews',
  ORK: 'Kinsale',
  LIS: 'Sintra|Cascais',
  GVA: 'Chamonix|Montreux',
  ZRH: 'Lucerne|St. Moritz',
  BRN: 'Interlaken',
  PSA: 'Lucca',
  'BGY LIN MXP': 'Bellagio',
  NAP: 'Sorrento|Positano|Pompeii',
  FLR: 'Siena',
  'AGP GRX': 'Ronda',
  BRU: 'Bruges|Ghent',
  SZG: 'Hallstatt',
  DEL: 'Agra|Taj Mahal',
  'HND NRT': 'Hakone|Mount Fuji|Mt. Fuji',
  AQJ: 'Petra',
  HAN: 'Ha Long Bay|Halong Bay',
};

/** Towns that another city of the name outshines: meant only where their state or country is said. "Town|country|state", by airports. */
const namesakes: Readonly<Record<string, string>> = {
  BOS: 'Cambridge|US|Massachusetts',
  CMH: 'Dublin|US|Ohio',
  'DFW DAL': 'Paris|US|Texas',
  'PUW GEG': 'Moscow|US|Idaho',
  ATL: 'Rome|US|Georgia',
  YVR: 'Richmond|CA|British Columbia',
  SRQ: 'Venice|US|Florida',
  RSW: 'Naples|US|Florida',
  IAD: 'Vienna|US|Virginia',
  LEX: 'London|US|Kentucky',
  MEM: 'Oxford|US|Mississippi',
  'CVG DAY': 'Oxford|US|Ohio',
  BHM: 'Florence|US|Alabama',
  'YKF YYZ': 'Cambridge|CA|Ontario',
  'SJC SFO': 'Santa Cruz|US|California',
  CWL: 'Newport|GB|Wales',
  PVD: 'Newport|US|Rhode Island',
  SVQ: 'Córdoba|ES|Andalusia',
  MAD: 'Toledo|ES|Castile–La Mancha',
  FCO: 'Ostia|IT|Lazio',
  MHT: 'Manchester|US|New Hampshire',
  ORF: 'Portsmouth|US|Virginia',
  'BOS MHT': 'Portsmouth|US|New Hampshire',
};

const airportsOf = (codes: string, airports: Airports): Airport[] =>
  codes.split(' ').flatMap((code) => airports.find(code) ?? []);

/** What is known by itself, with its names. */
export function knownTowns(airports: Airports): { name: string; town: PlaceCandidate }[] {
  return Object.entries(known).flatMap(([codes, names]) => {
    const near = airportsOf(codes, airports);
    return names.split('|').flatMap((name) => {
      const town = cityWithoutAirport(name, near[0]?.region ?? null, near);
      return town ? [{ name, town }] : [];
    });
  });
}

/** What is known with its state or country only, by folded name. */
export function namesakeTowns(airports: Airports): ReadonlyMap<string, readonly PlaceCandidate[]> {
  const towns = Object.entries(namesakes).flatMap(([codes, told]) => {
    const [name = '', country = '', region = ''] = told.split('|');
    const town = cityWithoutAirport(name, region, airportsOf(codes, airports));
    return town ? [{ ...town, place: { ...town.place, country, fullName: town.label } }] : [];
  });
  return Map.groupBy(towns, ({ place }) => foldName(place.name));
}
