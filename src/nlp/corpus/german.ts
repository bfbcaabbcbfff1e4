import { row } from './row.ts';

const locale = 'de-DE';
const german = (say: string, expect: Parameters<typeof row>[1], scene?: Parameters<typeof row>[2]) =>
  row(say, expect, scene, [], locale);

/** What travellers say in German. */
export const germanMessages = [
  german('Ich möchte am 5. Dezember von Berlin nach Lissabon fliegen', {
    ...{ from: 'BER', to: 'LIS', leave: '2026-12-05', intent: 'search_flights' },
  }),
  german('von Hamburg nach Rom am Freitag, zurück am Montag', {
    ...{ from: 'HAM', to: 'ROM', leave: '2026-11-27', back: '2026-11-30' },
  }),
  german('Flug nach Wien, 2 Erwachsene und ein Kind', { to: 'VIE', party: [2, [8], 0] }),
  german('zwei Erwachsene und zwei Kinder im Alter von 5 und 9 Jahren nach Mallorca', {
    party: [2, [5, 9], 0],
  }),
  german('ich muss am 9. März um 11 Uhr in Wien sein, ab Köln', {
    ...{ from: 'CGN', to: 'VIE', leave: '2027-03-09', leaveTime: '-', arriveBy: '11:00' },
  }),
  german('ab Köln, wir müssen in New York am 9. März um 18 Uhr sein', {
    ...{ to: 'NYC', leaveTime: '-', arriveBy: '2027-03-09T18:00' },
  }),
  german('von Köln nach Wien am 9. März, muss bis 11 Uhr dort sein', { leaveTime: '-', arriveBy: '11:00' }),
  german('von Köln nach Wien übermorgen Vormittag', { leave: '2026-11-25', leaveTime: '05:00-12:00' }),
  german('von Köln nach Wien übermorgen Abend', { leave: '2026-11-25', leaveTime: '17:00-22:00' }),
  german('nach Paris ohne Lufthansa', { to: 'PAR', without: ['LH'], with: [] }),
  german('ohne Lufthansa', { without: ['LH'], with: [] }, 'offers'),
  german('nicht mit Ryanair und ohne Eurowings', { without: ['FR', 'EW'], with: [] }, 'offers'),
  german('nur mit Lufthansa', { with: ['LH'], without: [] }, 'offers'),
  german('nur direkt', { stops: 0 }, 'offers'),
  german('bitte nur Direktflüge', { stops: 0 }, 'offers'),
  german('ohne Umsteigen', { stops: 0 }, 'offers'),
  german('höchstens ein Zwischenstopp', { stops: 1 }, 'offers'),
  german('unter 300 Euro', { price: '300 EUR' }, 'offers'),
  german('höchstens 450 € mit Koffer', { price: '450 EUR', bags: 1 }, 'offers'),
  german('nur Handgepäck', { bags: 0 }, 'offers'),
  german('in der Business Class', { cabin: 'business' }, 'offers'),
  german('erste Klasse bitte', { cabin: 'first' }, 'offers'),
  german('Abflug nach 10 Uhr', { leaveTime: '10:00-' }, 'offers'),
  german('morgen von München nach London', { from: 'MUC', to: 'LON', leave: '2026-11-24' }),
  german('übermorgen nach Oslo', { to: 'OSL', leave: '2026-11-25' }),
  german('nächsten Freitag nach Madrid für eine Woche', { to: 'MAD', leave: '2026-12-04', stay: '7' }),
  german('vom 3. bis zum 10. März nach New York', { to: 'NYC', leave: '2027-03-03', back: '2027-03-10' }),
  german('hin und zurück nach Athen', { to: 'ATH', type: 'round_trip' }),
  german('nur Hinflug nach Athen', { to: 'ATH', type: 'one_way' }),
  german('günstigste zuerst', { sort: 'cheapest' }, 'offers'),
  german('nach Dauer sortieren', { sort: 'fastest' }, 'offers'),
  german('den zweiten', { references: [{ by: 'position', position: 2 }] }, 'offers'),
  german(
    'ich nehme den ersten',
    { intent: 'choose_offer', references: [{ by: 'position', position: 1 }] },
    'offers',
  ),
  german('buche den günstigsten', { intent: 'book' }, 'offers'),
  german('einen Tag später', { leave: '2026-12-05' }, 'offers'),
  german('vom 4.-13.12. nach Wien', { leave: '2026-12-04', back: '2026-12-13' }),
  german('von vorn', { intent: 'start_over' }, 'offers'),
  german('das erste ist gut', { to: 'LIS', intent: 'choose_offer' }, 'offers'),
  german('ist der zweite erstattbar?', { to: 'LIS', intent: 'ask_about_offer', topic: 'refund' }, 'offers'),
  german('wie viel Gepäck ist dabei?', { to: 'LIS', bags: null, topic: 'bags' }, 'offers'),
  german('keine Nachtflüge', { leaveTime: '-21:00' }, 'offers'),
  german('Ankunft vor 18 Uhr', { arriveBy: '18:00' }, 'offers'),
  german('egal welche Airline', { with: [], stated: ['airlines'] }, 'offers'),
  german('am 5.12. nach Wien, zurück am 9.12.2026', { to: 'VIE', leave: '2026-12-05', back: '2026-12-09' }),
  german('Ich suche einen Flug von Köln nach Mailand mit meiner Frau, nicht über 200 Euro pro Person', {
    ...{ from: 'CGN', to: 'MIL', party: [2, [], 0], price: '400 EUR' },
  }),
  german('nach Rom mit einem 5-jährigen Kind', { party: [1, [5], 0] }),
  german('Montag morgen ab Berlin nach Rom', {
    from: 'BER',
    to: 'ROM',
    leave: '2026-11-23',
    leaveTime: '05:00-12:00',
  }),
  german('Hallo!', { intent: 'greet' }),
  german('Was kannst du?', { intent: 'help' }),
  german('Berlin nach Lissabon nächsten Freitag, zurück am Sonntag danach, unter 400 Euro', {
    ...{ from: 'BER', to: 'LIS', leave: '2026-12-04', back: '2026-12-06', price: '400 EUR' },
  }),
  german('Frankfurt nach New York in drei Wochen, Business Class', {
    ...{ from: 'FRA', to: 'NYC', leave: '2026-12-14', cabin: 'business' },
  }),
  german('Hamburg nach Tokio für zwei Wochen im Frühling, 2 Erwachsene und ein Kind von 6 Jahren', {
    ...{ from: 'HAM', to: 'TYO', leave: '2027-03-01..2027-05-31', stay: '14', party: [2, [6], 0] },
  }),
  german('München nach Barcelona morgen, nur direkt, mit Koffer', {
    ...{ from: 'MUC', to: 'BCN', leave: '2026-11-24', stops: 0, bags: 1 },
  }),
  german('von Los Angeles nach Tokio', { from: 'LAX', to: 'TYO' }),
  german('Flug nach Las Palmas ab Frankfurt am Main', { from: 'FRA', to: 'LPA' }),
  german('von Berlin nach Da Nang am 5. März', { from: 'BER', to: 'DAD', leave: '2027-03-05' }),
  german('Flug nach Den Haag', { to: 'RTM' }),
  german('und zurück am Sonntagabend', { back: '2026-12-06', backTime: '17:00-22:00' }, 'one way'),
  german('gibt es was früheres', { intent: 'refine_search', sort: 'earliest' }, 'offers'),
  german('was kostet das insgesamt', { intent: 'ask_about_offer', topic: 'price' }, 'offers'),
  german('die nehmen wir', { intent: 'choose_offer' }, 'offers'),
  german('ist ein Koffer dabei?', { intent: 'ask_about_offer', topic: 'bags', bags: null }, 'offers'),
  german('viel zu teuer', { sort: 'cheapest', intent: 'refine_search' }, 'offers'),
  german('zu spät', { sort: 'earliest', intent: 'refine_search' }, 'offers'),
  german('später', { sort: 'latest', intent: 'refine_search' }, 'offers'),
  german('nur für mich', { party: [1, [], 0], intent: 'refine_search' }, 'three adults'),
  german('zeig mir bitte mehr', { intent: 'refine_search' }, 'offers'),
  german('wie viele Zwischenstopps', { intent: 'ask_about_offer', topic: 'stops' }, 'offers'),
  german('können wir stornieren', { intent: 'ask_about_offer', topic: 'refund' }, 'offers'),
];
