import { beforeAll, describe, expect, it } from 'vitest';
import { startDemoWorld } from './arbitrary-question.ts';
import type { Timetable } from './timetable.ts';

/** Routes that travellers know to be flown nonstop in the mid-2020s, by what a world made of a formula forgets first. */
const famous = {
  islands: `LIS-PDL LIS-TER LIS-FNC MAD-LPA MAD-TFN LPA-FUE LPA-ACE TFN-SPC LHR-JER GLA-IOM EDI-KOI CPH-FAE CPH-GOH OSL-LYR FCO-OLB FCO-CAG LIN-CAG ORY-AJA ORY-BIA AJA-NCE IOM-DUB CDG-RUN CDG-MRU ORY-FDF ORY-PTP CDG-FDF CDG-PTP ORY-CAY RUN-MRU
    AMS-CUR AMS-AUA AMS-SXM AMS-BON AMS-PBM LGW-ANU LHR-BGI JFK-SXM MIA-CUR MIA-NAS MIA-GCM HNL-LIH HNL-KOA HNL-ITO HNL-OGG SCL-IPC PPT-BOB PPT-RFP NAN-SUV AKL-RAR AKL-APW SYD-NOU SYD-NLK BNE-VLI NAN-TBU HNL-MAJ GUM-HNL TPE-ROR HND-OKA HND-ISG BKK-USM BKK-HKT CMB-MLE SEZ-DXB MRU-DXB MLE-DXB DAR-ZNZ`,
  'small cities with their capital': `ANC-FAI ANC-ADQ ANC-OME ANC-JNU ANC-BET ANC-OTZ SEA-FAI SEA-JNU SEA-KTN OSL-SVG OSL-TOS OSL-BOO HEL-RVN HEL-IVL ARN-LLA ARN-UME FCO-TRS DUD-AKL ZQN-AKL NSN-AKL AEP-USH AEP-BRC AEP-IGR AEP-MDZ BOG-CTG BOG-LET BOG-SMR LIM-IQT LIM-AQP SCL-PUQ SCL-PMC SCL-ANF YYZ-YHZ YYZ-YYT YVR-YXY
    YEG-YZF SYD-HBA SYD-CNS SYD-ASP PER-BME DEL-SXR DEL-IXZ BKK-CNX KUL-KCH KUL-LGK MNL-PPS MNL-DVO CGK-UPG JNB-PLZ JNB-MQP CAI-LXR CAI-ASW`,
  'capitals and their neighbours': `JIB-ADD ADD-NBO NBO-EBB NBO-DAR NBO-KGL ABJ-CMN DSS-CMN NBO-LOS JNB-LUN JNB-HRE JNB-WDH JNB-MPM KTM-DEL DAC-DEL DAC-DXB KHI-DXB ISB-DXB CAI-JED CAI-DXB CAI-AMM TAS-IST GYD-IST TBS-IST HAN-BKK PNH-BKK VTE-BKK RGN-BKK BWN-SIN UBN-ICN POM-BNE PTY-SJO PTY-HAV BOG-UIO LIM-LPB EZE-GRU AEP-MVD`,
  'oceans and continents': `MAD-EZE MAD-BOG MAD-LIM MAD-SCL MAD-MEX MAD-HAV MAD-SDQ MAD-GRU LIS-GRU LIS-GIG LIS-LAD LIS-MPM CDG-EZE CDG-GRU CDG-DSS CDG-ABJ CDG-TNR CDG-PVG CDG-ICN CDG-YUL FCO-EZE FRA-GRU FRA-JNB FRA-SIN FRA-HND ZRH-GRU ZRH-SIN AMS-NRT AMS-JNB AMS-BKK LHR-CPT LHR-JNB LHR-NBO LHR-LOS LHR-ACC LHR-GRU LHR-EZE LHR-MEX LHR-KUL LHR-PER LHR-BKK
    VIE-BKK HEL-NRT HEL-BKK IST-JNB IST-GRU IST-SFO EWR-TLV JFK-TLV EWR-DEL JFK-DEL EWR-JNB ATL-JNB ATL-LOS IAD-ADD JFK-NBO JFK-ACC NRT-HNL HND-HNL KIX-HNL ICN-HNL SYD-HNL AKL-HNL SFO-PPT LAX-PPT SFO-AKL SYD-SCL AKL-SCL SYD-JNB PER-JNB JNB-GRU SYD-DFW DXB-AKL DOH-AKL SIN-CHC SIN-CPT HKG-JNB YVR-SYD YYZ-DEL MEX-NRT LAX-NRT DFW-HND`,
  'holidays nearby': `LGW-TFS MAN-ACE MAN-TFS DUS-FUE HAM-PMI BER-PMI DUS-PMI FRA-PMI ZRH-PMI FRA-MLE ZRH-MLE ATH-RHO ATH-LCA ATH-JMK BCN-MAH JFK-CUN JFK-SDQ JFK-MBJ JFK-AUA MCO-SJU PER-DPS SYD-DPS MEL-DPS SYD-NAN SYD-HTI SIN-DPS ICN-GUM ICN-DAD ICN-CEB NRT-GUM KUL-DPS HKG-CNX HKG-DPS`,
};

let table: Timetable;
beforeAll(async () => {
  ({ table } = await startDemoWorld());
});

describe.each(Object.entries(famous))('famous routes: %s', (_, routes) => {
  it('are flown nonstop every day, out and back', () => {
    const flownOn = (a: string, b: string) => {
      const [from, to] = [table.airportNumber.get(a), table.airportNumber.get(b)];
      if (from === undefined || to === undefined) return `no ${a} or ${b}`;
      return (table.byPair.get(from * table.airports.length + to) ?? []).reduce(
        (days, flight) => days | table.days[flight]!,
        0,
      );
    };
    const pairs = routes.split(/\s+/).map((route) => route.split('-') as [string, string]);
    expect(pairs.filter(([a, b]) => flownOn(a, b) !== 0b111_1111 || flownOn(b, a) !== 0b111_1111)).toEqual(
      [],
    );
  });
});
