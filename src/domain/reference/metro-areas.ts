/** A city that several airports serve, by the IATA metropolitan or city code. */
export interface MetroArea {
  readonly code: string;
  /** The name travellers use. */
  readonly name: string;
  /** State or province as travellers think of it, where the main airport lies in another; null for the airport's own. */
  readonly region: string | null;
  /** Airports that count as the city's, busiest first. */
  readonly airports: readonly string[];
}

const table: readonly (readonly [code: string, name: string, airports: string, region?: string])[] = [
  ['NYC', 'New York', 'JFK EWR LGA SWF'],
  ['LON', 'London', 'LHR LGW STN LTN LCY SEN'],
  ['PAR', 'Paris', 'CDG ORY BVA'],
  ['CHI', 'Chicago', 'ORD MDW'],
  ['WAS', 'Washington', 'IAD DCA', 'D.C.'],
  ['TYO', 'Tokyo', 'HND NRT'],
  ['OSA', 'Osaka', 'KIX ITM UKB'],
  ['SPK', 'Sapporo', 'CTS OKD'],
  ['SEL', 'Seoul', 'ICN GMP'],
  ['BJS', 'Beijing', 'PEK PKX'],
  ['SHA', 'Shanghai', 'PVG SHA'],
  ['CTU', 'Chengdu', 'TFU CTU'],
  ['TPE', 'Taipei', 'TPE TSA'],
  ['MIL', 'Milan', 'MXP BGY LIN'],
  ['ROM', 'Rome', 'FCO CIA'],
  ['VCE', 'Venice', 'VCE TSF'],
  ['MOW', 'Moscow', 'SVO DME VKO ZIA'],
  ['STO', 'Stockholm', 'ARN BMA NYO VST'],
  ['OSL', 'Oslo', 'OSL TRF'],
  ['GLA', 'Glasgow', 'GLA PIK'],
  ['BFS', 'Belfast', 'BFS BHD'],
  ['REK', 'Reykjavik', 'KEF RKV'],
  ['BRU', 'Brussels', 'BRU CRL'],
  ['WAW', 'Warsaw', 'WAW WMI'],
  ['BUH', 'Bucharest', 'OTP BBU'],
  ['IST', 'Istanbul', 'IST SAW'],
  ['TCI', 'Tenerife', 'TFS TFN'],
  ['BUE', 'Buenos Aires', 'AEP EZE'],
  ['SAO', 'São Paulo', 'GRU CGH VCP'],
  ['RIO', 'Rio de Janeiro', 'GIG SDU'],
  ['BHZ', 'Belo Horizonte', 'CNF PLU'],
  ['MEX', 'Mexico City', 'MEX NLU TLC'],
  ['YTO', 'Toronto', 'YYZ YTZ'],
  ['YMQ', 'Montreal', 'YUL'],
  ['YEA', 'Edmonton', 'YEG'],
  ['DTT', 'Detroit', 'DTW'],
  ['HOU', 'Houston', 'IAH HOU'],
  ['QDF', 'Dallas', 'DFW DAL'],
  ['ORL', 'Orlando', 'MCO SFB'],
  ['TPA', 'Tampa', 'TPA'],
  ['LAX', 'Los Angeles', 'LAX BUR LGB'],
  ['PHX', 'Phoenix', 'PHX AZA'],
  ['MEL', 'Melbourne', 'MEL AVV'],
  ['BKK', 'Bangkok', 'BKK DMK'],
  ['KUL', 'Kuala Lumpur', 'KUL SZB'],
  ['JKT', 'Jakarta', 'CGK HLP'],
  ['MNL', 'Manila', 'MNL CRK'],
  ['THR', 'Tehran', 'IKA THR'],
  ['DXB', 'Dubai', 'DXB DWC'],
  ['GOI', 'Goa', 'GOI GOX'],
  ['JNB', 'Johannesburg', 'JNB HLA'],
  ['BSL', 'Basel', 'BSL'],
];

export const metroAreas: readonly MetroArea[] = table.map(([code, name, airports, region]) => ({
  code,
  name,
  region: region ?? null,
  airports: airports.split(' '),
}));

/** The metropolitan area that an airport belongs to. */
export const metroOfAirport: ReadonlyMap<string, MetroArea> = new Map(
  metroAreas.flatMap((area) => area.airports.map((airport) => [airport, area] as const)),
);
