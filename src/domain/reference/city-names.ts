/** The city that travellers mean by an airport, where the municipality in the sources is a suburb, a district or a formal name. */
const table = `
ACE:Lanzarote|ADA:Adana|ADB:Izmir|AGP:Malaga|ALY:Alexandria|ANU:Antigua|ASU:Asunción|BJX:León|BSZ:Bishkek|BTV:Burlington|BWI:Baltimore|CEB:Cebu
CFU:Corfu|CGN:Cologne|CGP:Chittagong|CHQ:Chania|CJU:Jeju|CUN:Cancún|DJE:Djerba|DMM:Dammam|EBL:Erbil|FEZ:Fez|FLR:Florence|FRA:Frankfurt|FUE:Fuerteventura
GCM:Grand Cayman|GDL:Guadalajara|GOA:Genoa|GSP:Greenville|GUM:Guam|HKG:Hong Kong|HPN:White Plains|ILO:Iloilo|ISB:Islamabad|ISP:Long Island|JER:Jersey
JMK:Mykonos|JTR:Santorini|KGS:Kos|LCG:A Coruña|LPA:Gran Canaria|LPQ:Luang Prabang|LXA:Lhasa|MAH:Menorca|MCY:Sunshine Coast|MFM:Macau|MID:Mérida
MLE:Malé|MPH:Boracay|MRU:Mauritius|MTY:Monterrey|MVD:Montevideo|MZT:Mazatlán|NAP:Naples|NGO:Nagoya|NOC:Knock|NQZ:Astana|NRN:Weeze|NTL:Newcastle
OGG:Maui|ORN:Oran|OVD:Asturias|PLZ:Port Elizabeth|PMI:Palma de Mallorca|PQC:Phu Quoc|PRN:Pristina|PTY:Panama City|PVD:Providence|PVR:Puerto Vallarta
RHO:Rhodes|RSW:Fort Myers|RUN:Réunion|SAI:Siem Reap|SDJ:Sendai|SEZ:Mahé|SHE:Shenyang|SJD:Los Cabos|SPN:Saipan|STL:St. Louis|STT:Saint Thomas|SVQ:Seville
SXM:Sint Maarten|TAG:Bohol|TER:Terceira|TIJ:Tijuana|TPS:Trapani|TRN:Turin|TYS:Knoxville|UPG:Makassar|USM:Koh Samui|VPS:Destin|VRN:Verona|VVO:Vladivostok
XRY:Jerez|ZAD:Zadar|ZTH:Zakynthos|BEL:Belém|RGN:Yangon|DPS:Bali|KOA:Kona|LIH:Kauai|MSP:Minneapolis|MLA:Malta|RAK:Marrakech|CMN:Casablanca|KEF:Reykjavik
MCI:Kansas City|BNA:Nashville|CVG:Cincinnati|RDU:Raleigh|MDT:Harrisburg|GSO:Greensboro|PIE:St. Petersburg|DEL:Delhi|SDF:Louisville|ISG:Ishigaki|ROM:Rome
GPS:Galápagos|SCY:San Cristóbal|SID:Sal
`;

export const cityNames: ReadonlyMap<string, string> = new Map(
  [...table.matchAll(/([A-Z]{3}):([^|\n]+)/g)].map(([, code = '', name = '']) => [code, name]),
);
