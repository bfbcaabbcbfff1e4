import { airlines } from '../../domain/reference/airlines.ts';
import type { Timetable } from './timetable.ts';

/**
 * How flights are joined: `partners` as airlines sell them on one ticket, `interline` between any two that sell connections at all,
 * `self` on tickets that know nothing of each other, with the time to collect bags and check in again.
 */
export type Joining = 'partners' | 'interline' | 'self';

/** Minutes to change within the country and across its border, where an airport is known for being quick or slow: estimates. */
const knownTimes = `
VIE 25 30|MUC 30 40|ZRH 40 40|HEL 35 40|CPH 30 45|KEF 30 40|FRA 45 50|AMS 40 50|DUB 40 75|LHR 60 75|LGW 50 75|CDG 60 75|ORY 50 75|MAD 45 60|BCN 45 60|LIS 45 60|FCO 45 60|BRU 40 50|ARN 40 50|OSL 40 50|WAW 35 45|IST 60 75
DOH 45 50|DXB 60 75|AUH 45 60|ADD 45 60|SIN 50 50|HKG 50 60|ICN 60 70|NRT 60 75|HND 45 80|KUL 50 60|BKK 60 75|TPE 60 60|PEK 60 120|PKX 60 90|PVG 60 120|CAN 60 90|DEL 75 90|BOM 75 90|SYD 45 90|MEL 40 90|AKL 40 90
JFK 60 120|EWR 60 105|ORD 50 100|ATL 40 90|DFW 40 90|LAX 60 120|SFO 50 100|MIA 50 110|IAH 45 90|IAD 45 90|BOS 45 90|SEA 50 95|DEN 40 90|CLT 35 90|DTW 40 80|MSP 40 80|PHL 45 90|YYZ 45 90|YVR 45 75|YUL 45 80|PTY 35 40|BOG 50 70|GRU 60 90|EZE 60 90|LIM 45 70|SCL 50 75|MEX 60 90|JNB 60 90|CAI 60 75|NBO 45 60
`;
const known = new Map(
  [...knownTimes.matchAll(/([A-Z]{3}) (\d+) (\d+)/g)].map(([, code = '', domestic, across]) => [
    code,
    { domestic: Number(domestic), across: Number(across) },
  ]),
);
const selfTransfer = { domestic: 120, across: 180 };

/** Minimum connection time, minutes, from a flight at the airport where it lands to one that goes on to another. */
export function minutesToChange(
  table: Timetable,
  flight: number,
  via: number,
  to: number,
  joining: Joining = 'partners',
): number {
  const airport = table.airports[via];
  const [from, next] = [table.airports[table.from[flight] ?? 0], table.airports[to]];
  const way =
    from?.country === airport?.country && next?.country === airport?.country ? 'domestic' : 'across';
  const minutes = (known.get(airport?.iata ?? '') ?? timesOfSize(airport?.passengersMillions ?? 0))[way];
  return joining === 'self' ? Math.max(minutes, selfTransfer[way]) : minutes;
}

const timesOfSize = (millions: number) =>
  millions > 30
    ? { domestic: 60, across: 80 }
    : millions > 8
      ? { domestic: 50, across: 70 }
      : { domestic: 40, across: 60 };

/** Low-cost carriers that sell connections with others: their owners or those they have agreements with. */
const agreements = `FZ EK|TR SQ|JQ QF|JQ NZ|IX AI|VY IB|VY BA|EW LH|EW OS|EW LX|EW SN|HV KL|HV AF|TO AF|TO KL|GK JL|QG GA|G3 AF|G3 KL|G3 AA|G3 CM|AD UA|AD TP|AD AC|6E TK|6E QR|6E AF|6E KL|6E QF|B6 QR|B6 EK|B6 TP|B6 EI|B6 BA|DE LH|WK LX|VF TK|XQ LH|XQ TK|XY SV|P4 ET|P4 QR|P4 EK|PC QR|FA BA|FA EK|FA QR|FA SQ|OD MH|UO CX|7C TW|MM NH|AK FD|AK OD|H2 JA|9C HO`;
const bothWays = (pairs: string) =>
  new Set(pairs.split('|').flatMap((pair) => [pair, pair.split(' ').toReversed().join(' ')]));
const partners = bothWays(agreements);

/** Carriers that fight over one home market or are barred from each other: no ticket holds both, though neither is a low-cost carrier. */
const rivals = bothWays(
  'AC WS|AC PD|WS PD|UA WS|QF VA|JL NH|CI BR|CI JX|BR JX|CA HU|BA VS|AA VS|IB UX|SK WF|AS DL|LA AV|LA AR|LA CM|EK QR|EY QR|LY EK|LY EY|LY QR|LY TK|SU AA|SU DL|SU UA|SU BA|SU IB|SU AF|SU KL|SU LH',
);

/** Whether two flights are sold on one ticket, or at least joined in the way asked for. */
export function canJoin(table: Timetable, first: number, second: number, joining: Joining): boolean {
  const [a, b] = [table.carrier[first], table.carrier[second]];
  if (a === b || joining === 'self') return true;
  const [one, other] = [table.carriers[a ?? 0], table.carriers[b ?? 0]];
  if (!one || !other) return false;
  const pair = `${one.code} ${other.code}`;
  if (partners.has(pair)) return true;
  if (rivals.has(pair)) return false;
  if (one.kind === 'low_cost' || other.kind === 'low_cost') return false;
  if (joining === 'interline' || one.kind === 'regional' || other.kind === 'regional') return true;
  const [alliance, others] = [airlines.get(one.code)?.alliance, airlines.get(other.code)?.alliance];
  return !alliance || !others || alliance === others;
}

/** Whether all rides stand on one ticket, so that a missed connection is the airlines' trouble. */
export function isOneTicket(table: Timetable, rides: readonly { readonly flight: number }[]): boolean {
  return rides.every((ride, index) => {
    const before = rides[index - 1];
    return before === undefined || canJoin(table, before.flight, ride.flight, 'interline');
  });
}
