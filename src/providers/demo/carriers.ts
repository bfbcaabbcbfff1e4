/** A carrier of the demo world: real, flying from its real hubs. */
export interface DemoCarrier {
  readonly code: string;
  /** Full-service network, low-cost, or regional. */
  readonly kind: 'network' | 'low_cost' | 'regional';
  /** Farthest nonstop, kilometres. */
  readonly reach: number;
  /** IATA codes, the largest first. */
  readonly hubs: readonly string[];
}

/** code, kind (w: network with a world-wide fleet, n: network, l: low cost, r: regional), hubs. */
const table = `
AA w DFW CLT MIA PHL ORD PHX DCA JFK LAX|UA w ORD DEN IAH EWR SFO IAD LAX|DL w ATL DTW MSP SLC JFK SEA BOS LAX|WN l MDW BWI DEN DAL LAS PHX HOU OAK BNA STL
AS n SEA PDX SAN SFO ANC|B6 l JFK BOS FLL MCO SJU|F9 l DEN MCO LAS ATL PHL|HA n HNL OGG|NK l FLL MCO LAS DTW|AC w YYZ YUL YVR YYC|WS n YYC YVR YYZ YEG
PD l YTZ YOW YHZ|TS n YUL YYZ|AM w MEX MTY GDL|Y4 l MEX GDL TIJ CUN|VB l MTY CUN NLU|CM n PTY|AV n BOG SAL UIO MDE|LA w SCL LIM GRU BOG BSB|G3 l GRU CGH GIG BSB
AD l VCP CNF REC|AR n AEP EZE COR|H2 l SCL LIM|JA l SCL AEP LIM|OB n VVI CBB|BW n POS KIN|BA w LHR LGW LCY|VS w LHR MAN|U2 l LGW LTN GVA MXP CDG BCN BRS EDI BER LYS NCE
LS l MAN LBA BHX STN|BY l LGW MAN BHX|EI n DUB ORK|FR l DUB STN BGY CRL BCN OPO BVA BUD PMI AGP MAN EDI MRS BLQ NAP PSA|LM r GLA EDI ABZ INV|AF w CDG ORY LYS|TO l ORY NTE LYS
KL w AMS|HV l AMS RTM EIN|LH w FRA MUC|EW l DUS HAM CGN STR BER|DE n FRA|LX w ZRH GVA|WK n ZRH|OS n VIE|SN n BRU|IB w MAD|VY l BCN FCO AGP BIO ORY SVQ|UX n MAD|NT r LPA TFN
TP w LIS OPO|S4 n PDL|AZ w FCO LIN|SK n CPH ARN OSL|DY l OSL CPH ARN HEL BGO|WF r BOO TRD TOS|AY w HEL|FI n KEF|BT l RIX VNO TLL|LO w WAW KRK|W6 l BUD OTP KTW GDN SOF BEG TIA LTN VIE
RO n OTP CLJ|FB n SOF|JU n BEG|OU n ZAG SPU DBV|A3 n ATH SKG LCA|GQ l ATH HER|KM n MLA|TK w IST|PC l SAW AYT ADB|VF l ESB SAW|XQ l AYT ADB|SU n SVO LED KRR|S7 n OVB DME IKT
KC n ALA NQZ|HY n TAS|J2 n GYD|LY n TLV|RJ n AMM|ME n BEY|EK w DXB|EY w AUH|FZ l DXB|G9 l SHJ AUH|QR w DOH|KU n KWI|J9 l KWI|GF n BAH|WY n MCT|SV w JED RUH DMM|XY l RUH JED
IR n THR MHD|MS n CAI|AT n CMN RAK|TU n TUN|AH n ALG|ET w ADD|KQ n NBO|WB n KGL|SA n JNB|FA l JNB CPT|4Z r JNB CPT|HC n DSS|HF n ABJ|P4 l LOS ABV|DT n LAD|TM r MPM|MK n MRU|UU n RUN
HM n SEZ|TC r DAR|UR n EBB|AI w DEL BOM BLR|6E l DEL BOM BLR HYD MAA CCU AMD PNQ|SG l DEL|QP l BOM BLR|IX l COK DEL|UL n CMB|PK n KHI ISB LHE|BG n DAC|RA r KTM|Q2 r MLE|SQ w SIN|TR l SIN
MH w KUL BKI|AK l KUL BKI JHB PEN|OD l KUL|TG w BKK|FD l DMK CNX HKT|PG r BKK USM|DD l DMK|VN w SGN HAN DAD|VJ l SGN HAN DAD|GA w CGK DPS|JT l CGK SUB UPG KNO|QG l CGK SUB|PR w MNL CEB
5J l MNL CEB|BI n BWN|K6 r PNH|QV r VTE|8M n RGN|CX w HKG|UO l HKG|NX n MFM|CI w TPE KHH|BR w TPE|JX n TPE|CA w PEK CTU CKG|MU w PVG SHA KMG XIY|CZ w CAN PKX URC SZX|HU n HAK PEK XIY
3U n TFU CKG|ZH n SZX WUH|MF n XMN FOC|9C l SHA PVG|HO n PVG NKG|JL w HND NRT ITM CTS|NH w HND NRT ITM OKA|MM l KIX NRT|GK l NRT|BC l HND|KE w ICN GMP PUS|OZ w ICN GMP|7C l CJU ICN
TW l TAE ICN|LJ l ICN|OM n UBN|QF w SYD MEL BNE PER|VA n SYD MEL BNE PER ADL|JQ l MEL SYD OOL|NZ w AKL CHC WLG|FJ n NAN|PX r POM|TN n PPT|SB n NOU
`;

const kinds = {
  w: { kind: 'network', reach: 15_000 },
  n: { kind: 'network', reach: 8200 },
  l: { kind: 'low_cost', reach: 3900 },
  r: { kind: 'regional', reach: 1300 },
} as const;

export const demoCarriers: readonly DemoCarrier[] = table
  .trim()
  .split(/[|\n]/)
  .map((line) => {
    const [code = '', kind = 'n', ...hubs] = line.split(' ');
    return { code, ...kinds[kind as keyof typeof kinds], hubs };
  });
