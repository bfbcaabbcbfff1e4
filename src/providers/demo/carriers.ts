/** A carrier of the demo world: real, flying from its real hubs. */
export interface DemoCarrier {
  readonly code: string;
  /** Full-service network, low-cost, or regional. */
  readonly kind: 'network' | 'low_cost' | 'regional';
  /** Flies to the sun and back: no business routes, no short ones, none at home. */
  readonly leisure: boolean;
  /** Shortest and farthest nonstop, kilometres. */
  readonly nearest: number;
  readonly reach: number;
  /** About how many flights it has on a day, its regional partners' under its number included. */
  readonly flightsADay: number;
  /** IATA codes, the largest first. */
  readonly hubs: readonly string[];
}

/**
 * Code, kind (w: network with a world-wide fleet, n: network, m: network with narrow bodies, x: long haul only, l: low cost, h: holidays,
 * r: regional) with the flights on a day, hubs. Flights are estimates of the
 * mid-2020s, not taken from a source: good for proportions only.
 */
const table = `
AA w5800 DFW CLT MIA PHL ORD PHX DCA JFK LAX LGA|UA w4700 ORD DEN IAH EWR SFO IAD LAX|DL w4900 ATL DTW MSP SLC JFK SEA BOS LGA LAX|WN l4000 MDW BWI DEN DAL LAS PHX HOU OAK BNA STL
AS m1300 SEA PDX SAN SFO ANC|B6 l950 JFK BOS FLL MCO SJU|F9 l560 DEN MCO LAS ATL PHL|HA n250 HNL OGG|NK l450 FLL MCO LAS DTW|AC w1100 YYZ YUL YVR YYC|WS n600 YYC YVR YYZ YEG
PD r200 YTZ YOW YHZ|TS h80 YUL YYZ|AM w560 MEX MTY GDL|Y4 l500 MEX GDL TIJ CUN|VB l320 MTY CUN NLU|CM m350 PTY|AV n650 BOG SAL UIO MDE|LA w1500 SCL LIM GRU BOG BSB|G3 l650 GRU CGH GIG BSB
AD l900 VCP CNF REC|AR n350 AEP EZE COR|H2 l150 SCL LIM|JA l120 SCL AEP LIM|OB m80 VVI CBB|BW m90 POS KIN|BA w850 LHR LGW LCY|VS x65 LHR MAN|U2 l1700 LGW LTN GVA MXP CDG BCN BRS EDI BER LYS NCE
LS h400 MAN LBA BHX STN|BY h230 LGW MAN BHX|EI n260 DUB ORK|FR l3300 DUB STN BGY CRL BCN OPO BVA BUD PMI AGP MAN EDI MRS BLQ NAP PSA|LM r150 GLA EDI ABZ INV|AF w950 CDG ORY LYS|TO l180 ORY NTE LYS
KL w750 AMS|HV l280 AMS RTM EIN|LH w1350 FRA MUC|EW l500 DUS HAM CGN STR BER|DE h150 FRA|LX w400 ZRH GVA|WK h60 ZRH|OS n380 VIE|SN n250 BRU|IB w700 MAD|VY l650 BCN FCO AGP BIO ORY SVQ|UX n250 MAD|NT r200 LPA TFN
TP w380 LIS OPO|S4 m60 PDL|AZ w460 FCO LIN|SK n700 CPH ARN OSL|DY l450 OSL CPH ARN HEL BGO|WF r400 BOO TRD TOS|AY w350 HEL|FI n120 KEF|BT m240 RIX VNO TLL|LO n380 WAW KRK|W6 l950 BUD OTP KTW GDN SOF BEG TIA LTN VIE
RO m120 OTP CLJ|FB m60 SOF|JU n100 BEG|OU m80 ZAG SPU DBV|A3 m350 ATH SKG LCA|GQ m70 ATH HER|KM m50 MLA|TK w1400 IST|PC l520 SAW AYT ADB|VF l300 ESB SAW|XQ h260 AYT ADB|SU w1000 SVO LED KRR|S7 n450 OVB DME IKT
KC n210 ALA NQZ|HY n130 TAS|J2 n90 GYD|LY n130 TLV|RJ n95 AMM|ME m70 BEY|EK w520 DXB|EY w290 AUH|FZ l350 DXB|G9 l230 SHJ AUH|QR w560 DOH|KU n120 KWI|J9 l90 KWI|GF n110 BAH|WY n120 MCT|SV w560 JED RUH DMM|XY l220 RUH JED
IR n120 THR MHD|MS n290 CAI|AT n230 CMN RAK|TU m80 TUN|AH n190 ALG|ET w430 ADD|KQ n130 NBO|WB n60 KGL|SA n90 JNB|FA l180 JNB CPT|4Z r130 JNB CPT|HC m40 DSS|HF m50 ABJ|P4 m110 LOS ABV|DT n45 LAD|TM m40 MPM|MK n40 MRU|UU n35 RUN
HM r40 SEZ|TC r70 DAR|UR m35 EBB|AI w820 DEL BOM BLR|6E l2200 DEL BOM BLR HYD MAA CCU AMD PNQ|SG l160 DEL|QP l160 BOM BLR|IX l450 COK DEL|UL n80 CMB|PK n100 KHI ISB LHE|BG n80 DAC|RA r20 KTM|Q2 r60 MLE|SQ w340 SIN|TR l210 SIN
MH w360 KUL BKI|AK l620 KUL BKI JHB PEN|OD l260 KUL|TG w290 BKK|FD l420 DMK CNX HKT|PG r140 BKK USM|DD l180 DMK|VN w470 SGN HAN DAD|VJ l480 SGN HAN DAD|GA w260 CGK DPS|JT l480 CGK SUB UPG KNO|QG l310 CGK SUB|PR w280 MNL CEB
5J l430 MNL CEB|BI n40 BWN|K6 r30 PNH|QV r30 VTE|8M m45 RGN|CX w340 HKG|UO l95 HKG|NX m65 MFM|CI w190 TPE KHH|BR w190 TPE|JX n70 TPE|CA w1650 PEK CTU CKG|MU w2500 PVG SHA KMG XIY|CZ w2400 CAN PKX URC SZX|HU n900 HAK PEK XIY
3U n600 TFU CKG|ZH n650 SZX WUH|MF n600 XMN FOC|9C l460 SHA PVG|HO n360 PVG NKG|JL w880 HND NRT ITM CTS|NH w960 HND NRT ITM OKA|MM l130 KIX NRT|GK l120 NRT|BC l150 HND|KE w390 ICN GMP PUS|OZ w260 ICN GMP|7C l210 CJU ICN
TW l160 TAE ICN|LJ l160 ICN|OM n30 UBN|QF w700 SYD MEL BNE PER|VA m460 SYD MEL BNE PER ADL|JQ l360 MEL SYD OOL|NZ w460 AKL CHC WLG|FJ n60 NAN|PX m80 POM|TN n60 PPT|SB n30 NOU
`;

const kinds = {
  w: { kind: 'network', leisure: false, nearest: 130, reach: 15_000 },
  n: { kind: 'network', leisure: false, nearest: 130, reach: 8200 },
  m: { kind: 'network', leisure: false, nearest: 130, reach: 5600 },
  x: { kind: 'network', leisure: false, nearest: 5000, reach: 15_000 },
  l: { kind: 'low_cost', leisure: false, nearest: 180, reach: 3900 },
  h: { kind: 'low_cost', leisure: true, nearest: 900, reach: 5000 },
  r: { kind: 'regional', leisure: false, nearest: 80, reach: 1300 },
} as const;

export const demoCarriers: readonly DemoCarrier[] = table
  .trim()
  .split(/[|\n]/)
  .map((line) => {
    const [code = '', size = 'n50', ...hubs] = line.split(' ');
    return {
      code,
      ...kinds[size.slice(0, 1) as keyof typeof kinds],
      flightsADay: Number(size.slice(1)),
      hubs,
    };
  });
