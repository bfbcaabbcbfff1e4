import { continentMember } from './place-reading.ts';

/** A stretch of land that travellers name and that is no country and no state. */
export interface Region {
  /** The usual one first. */
  readonly names: readonly string[];
  /** Codes of continents, marked as such, of countries and of airports. */
  readonly members: ReadonlySet<string>;
}

/** Names, then what lies there: countries by two letters, airports by three, a continent with a star. */
const table: readonly (readonly [names: string, members: string])[] = [
  ['europe', 'EU*'],
  ['asia', 'AS*'],
  ['africa', 'AF*'],
  ['south america', 'SA*'],
  ['north america', 'US CA MX'],
  ['latin america', 'SA* MX GT BZ HN SV NI CR PA CU DO'],
  ['central america', 'GT BZ HN SV NI CR PA'],
  ['oceania|the south pacific|south pacific', 'OC*'],
  ['scandinavia', 'DK NO SE'],
  ['nordics|the nordics|nordic countries', 'DK NO SE FI IS'],
  ['baltics|the baltics|baltic states', 'EE LV LT'],
  ['balkans|the balkans', 'AL BA BG HR ME MK RS XK SI GR RO'],
  ['benelux', 'BE NL LU'],
  ['eastern europe', 'PL CZ SK HU RO BG MD UA EE LV LT'],
  ['western europe', 'GB IE FR BE NL LU DE AT CH ES PT'],
  ['southeast asia|south east asia', 'TH VN KH LA MM MY SG ID PH BN TL'],
  ['east asia', 'JP KR CN TW HK MO MN'],
  ['central asia', 'KZ KG TJ TM UZ'],
  ['middle east|the middle east', 'AE SA QA KW BH OM JO LB IL IQ IR SY YE'],
  ['north africa', 'MA DZ TN LY EG'],
  ['east africa', 'KE TZ UG RW BI ET SO DJ'],
  ['west africa', 'SN GM GN SL LR CI GH TG BJ NG ML BF NE CV'],
  ['southern africa', 'ZA NA BW ZW ZM MZ LS SZ MW AO'],
  [
    'caribbean|the caribbean|west indies|the west indies',
    'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  ],
  ['turks and caicos|turks and caicos islands|turks & caicos', 'TC'],
  ['virgin islands|the virgin islands', 'VI VG'],
  ['us virgin islands|u.s. virgin islands', 'VI'],
  ['canary islands|the canary islands|canaries|the canaries|canary isles', 'LPA TFS TFN ACE FUE SPC VDE GMZ'],
  ['balearic islands|balearics|the balearics', 'PMI IBZ MAH'],
  ['greek islands|the greek islands|greek isles', 'HER CHQ RHO KGS JTR JMK CFU ZTH EFL JSI SMI PAS JNX'],
  ['channel islands|the channel islands', 'JE GG'],
  [
    'scottish highlands|the scottish highlands|highlands of scotland|the highlands|scottish islands',
    'INV SYY KOI LSI WIC BEB',
  ],
  ['lapland|finnish lapland', 'RVN KTT IVL KAO ENF'],
  ['tuscany|toscana', 'FLR PSA'],
  ['puglia|apulia', 'BRI BDS FOG'],
  ['lake garda', 'VRN BGY VBS'],
  ['lake como|italian lakes|the italian lakes', 'MXP BGY LIN'],
  ['dolomites|the dolomites|south tyrol', 'BZO VCE VRN INN'],
  ['cinque terre|italian riviera', 'GOA PSA'],
  ['provence', 'MRS NCE AVN TLN'],
  ['brittany', 'RNS BES NTE'],
  ['normandy', 'DOL CFR RNS'],
  ['loire valley', 'TUF NTE'],
  ['corsica', 'AJA BIA FSC CLY'],
  ['andalusia|andalucia|southern spain', 'AGP SVQ GRX XRY LEI'],
  ['costa blanca', 'ALC'],
  ['costa brava', 'GRO BCN'],
  ['basque country|the basque country', 'BIO EAS BIQ'],
  ['bavaria', 'MUC NUE FMM'],
  ['black forest|the black forest', 'FKB STR BSL'],
  ['alps|the alps|french alps|the french alps|swiss alps', 'GVA ZRH INN GNB CMF LYS BRN'],
  ['dalmatia|dalmatian coast', 'SPU DBV ZAD'],
  ['kashmir', 'SXR IXJ'],
  ['himalayas|the himalayas', 'KTM IXL PBH'],
  ['patagonia', 'USH FTE BRC PUQ PMC RGL CRD PNT'],
  ['amazon rainforest|amazonia', 'MAO IQT LET'],
  ['yucatan peninsula|the yucatan|mayan riviera', 'CUN MID CZM TQO'],
  ['new england', 'BOS PVD BDL MHT PWM BTV BGR'],
  ['cape cod', 'HYA BOS PVD ACK MVY'],
  ['hamptons|the hamptons', 'ISP JFK'],
  ['napa|napa valley|sonoma|wine country', 'STS SFO OAK SMF'],
  ['pacific northwest|the pacific northwest', 'SEA PDX GEG BOI EUG'],
  ['west coast|the west coast', 'LAX SFO SEA SAN PDX OAK SJC SMF'],
  ['east coast|the east coast', 'JFK BOS MIA IAD PHL EWR LGA CLT FLL DCA'],
  ['florida keys|the florida keys', 'EYW MIA'],
  ['yellowstone', 'BZN JAC WYS COD IDA'],
  ['grand canyon', 'FLG PHX LAS'],
  ['yosemite', 'FAT MMH SMF OAK'],
  ['canadian rockies|the canadian rockies|banff|lake louise', 'YYC YEG'],
  ['maritimes|the maritimes|atlantic canada', 'YHZ YQM YFC YSJ YYG YYT'],
  ['australian outback|the australian outback', 'ASP AYQ DRW'],
];

const memberOf = (code: string): string => (code.endsWith('*') ? continentMember(code.slice(0, -1)) : code);

export const regions: readonly Region[] = table.map(([names, members]) => ({
  names: names.split('|'),
  members: new Set(members.split(' ').map(memberOf)),
}));
