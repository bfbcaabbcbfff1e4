import { cityNames } from './city-names.ts';
import { metroOfAirport } from './metro-areas.ts';

/** The cities of airports where many change planes, which the tables of names do not have because the sources tell them as travellers do. */
const table = `
ABJ:Abidjan|ABQ:Albuquerque|ABV:Abuja|ACC:Accra|ADD:Addis Ababa|ADL:Adelaide|AER:Sochi|AKL:Auckland|ALA:Almaty|ALC:Alicante|ALG:Algiers|AMD:Ahmedabad
AMM:Amman|AMS:Amsterdam|ANC:Anchorage|ATH:Athens|ATL:Atlanta|AUH:Abu Dhabi|AUS:Austin|AYT:Antalya|BAH:Manama|BCN:Barcelona|BEG:Belgrade|BER:Berlin
BEY:Beirut|BGW:Baghdad|BHX:Birmingham|BKI:Kota Kinabalu|BLQ:Bologna|BLR:Bangalore|BNE:Brisbane|BOG:Bogota|BOM:Mumbai|BOS:Boston|BRS:Bristol
BSB:Brasília|BUD:Budapest|CAI:Cairo|CAN:Guangzhou|CCU:Kolkata|CGO:Zhengzhou|CGQ:Changchun|CKG:Chongqing|CLE:Cleveland|CLT:Charlotte|CMB:Colombo
CMH:Columbus|CNX:Chiang Mai|COK:Kochi|CPH:Copenhagen|CPT:Cape Town|CSX:Changsha|CTA:Catania|CXR:Cam Ranh|DAC:Dhaka|DAD:Da Nang|DEN:Denver|DLC:Dalian
DOH:Doha|DSS:Dakar|DUB:Dublin|DUS:Düsseldorf|EDI:Edinburgh|ESB:Ankara|EVN:Yerevan|FAO:Faro|FLL:Fort Lauderdale|FOC:Fuzhou|FUK:Fukuoka|GVA:Geneva
GYD:Baku|HAK:Haikou|HAM:Hamburg|HAN:Hanoi|HEL:Helsinki|HER:Heraklion|HET:Hohhot|HFE:Hefei|HGH:Hangzhou|HKT:Phuket|HNL:Honolulu|HRB:Harbin|HRG:Hurghada
HYD:Hyderabad|IBZ:Ibiza|IND:Indianapolis|JAX:Jacksonville|JED:Jeddah|KHI:Karachi|KMG:Kunming|KNO:Medan|KRK:Kraków|KTM:Kathmandu|KWE:Guiyang
KWI:Kuwait City|KWL:Guilin|LAS:Las Vegas|LCA:Larnaca|LED:St. Petersburg|LHE:Lahore|LHW:Lanzhou|LIM:Lima|LIS:Lisbon|LJG:Lijiang|LOS:Lagos
LUX:Luxembourg|LYS:Lyon|MAA:Chennai|MAD:Madrid|MAN:Manchester|MCT:Muscat|MDE:Medellín|MED:Medina|MHD:Mashhad|MIA:Miami|MRS:Marseille|MSY:New Orleans
MUC:Munich|NAN:Nadi|NBO:Nairobi|NCE:Nice|NGB:Ningbo|NKG:Nanjing|NNG:Nanning|OAK:Oakland|OKA:Naha|OPO:Porto|OVB:Novosibirsk|PBI:West Palm Beach
PDX:Portland|PEN:Penang|PER:Perth|PHL:Philadelphia|PIT:Pittsburgh|PMO:Palermo|PNQ:Pune|POM:Port Moresby|PPT:Papeete|PRG:Prague|PUJ:Punta Cana
PUS:Busan|REC:Recife|RIX:Riga|RUH:Riyadh|SAL:San Salvador|SAN:San Diego|SAT:San Antonio|SCL:Santiago|SEA:Seattle|SFO:San Francisco
SGN:Ho Chi Minh City|SHJ:Sharjah|SIN:Singapore|SJC:San Jose|SJO:San José|SJU:San Juan|SLC:Salt Lake City|SMF:Sacramento|SNA:Santa Ana|SOF:Sofia
STR:Stuttgart|SUB:Surabaya|SVX:Yekaterinburg|SYD:Sydney|SYX:Sanya|SZX:Shenzhen|TAO:Qingdao|TAS:Tashkent|TBS:Tbilisi|TIA:Tirana|TLL:Tallinn
TLS:Toulouse|TLV:Tel Aviv|TNA:Jinan|TSN:Tianjin|TUN:Tunis|TYN:Taiyuan|UIO:Quito|URC:Ürümqi|VIE:Vienna|VLC:Valencia|VNO:Vilnius|WNZ:Wenzhou|WUH:Wuhan
XIY:Xianyang|XMN:Xiamen|YHZ:Halifax|YNT:Yantai|YOW:Ottawa|YVR:Vancouver|YWG:Winnipeg|YYC:Calgary|ZAG:Zagreb|ZRH:Zurich|ZUH:Zhuhai
`;

const hubNames: ReadonlyMap<string, string> = new Map(
  [...table.matchAll(/([A-Z]{3}):([^|\n]+)/g)].map(([, code = '', name = '']) => [code, name]),
);

/** Airports as a reply says them: a city where all of its airports are meant, the code of one that is meant without the others of its city. */
export function citiesOf(codes: readonly string[]): string[] {
  const meant = new Set(codes);
  const names = codes.map((code) => {
    const metro = metroOfAirport.get(code);
    if (metro) return metro.airports.every((each) => meant.has(each)) ? metro.name : code;
    return cityNames.get(code) ?? hubNames.get(code) ?? code;
  });
  return [...new Set(names)];
}
