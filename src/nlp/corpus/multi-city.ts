import { row } from './row.ts';

/** More than there and back. */
export const multiCity = [
  row('fly Boston to Paris May 5, then train to Amsterdam, then fly Amsterdam to Boston May 15', {
    legs: ['BOS-PAR 2027-05-05', 'AMS-BOS 2027-05-15'],
    unsearchable: ['ground_travel'],
  }),
  row('fly Boston to Paris May 5, then drive to Nice and fly Nice to Boston May 15', {
    legs: ['BOS-PAR 2027-05-05', 'NCE-BOS 2027-05-15'],
  }),
  row('fly Boston to Paris May 5 and then fly Paris to Rome May 9', {
    legs: ['BOS-PAR 2027-05-05', 'PAR-ROM 2027-05-09'],
  }),
  row('Boston to Lisbon on May 3, Lisbon to Rome on May 8, then home May 12', {
    type: 'multi_city',
    legs: ['BOS-LIS 2027-05-03', 'LIS-ROM 2027-05-08', 'ROM-BOS 2027-05-12'],
    missing: [],
  }),
  row('Boston to Lisbon on May 3, then Rome on May 8, then back home on May 12', {
    type: 'multi_city',
    legs: ['BOS-LIS 2027-05-03', 'LIS-ROM 2027-05-08', 'ROM-BOS 2027-05-12'],
  }),
  row('be in Rome by May 5 and in Paris by May 9 from Boston', {
    type: 'multi_city',
    legs: ['BOS-ROM 2027-05-05', 'ROM-PAR 2027-05-09'],
    missing: [],
  }),
  row('Boston to Rome on May 5 and Paris on May 9', {
    type: 'multi_city',
    legs: ['BOS-ROM 2027-05-05', 'ROM-PAR 2027-05-09'],
  }),
  row('fly to Rome on May 5 and to Paris on May 9', {
    type: 'multi_city',
    legs: ['?-ROM 2027-05-05', 'ROM-PAR 2027-05-09'],
    missing: ['origin'],
  }),
  row('Boston to Rome on May 5 and back from Paris on May 9', {
    legs: ['BOS-ROM 2027-05-05', 'PAR-BOS 2027-05-09'],
  }),
  row('Boston to Lisbon to Rome', {
    type: 'multi_city',
    legs: ['BOS-LIS ?', 'LIS-ROM ?'],
    missing: ['departure_date'],
  }),
  row('fly from Boston to Lisbon on May 3 and from Rome to Boston on May 12', {
    type: 'multi_city',
    legs: ['BOS-LIS 2027-05-03', 'ROM-BOS 2027-05-12'],
  }),
  row('Boston to Lisbon to Boston', { from: 'BOS', to: 'LIS' }),
  row('Boston to Lisbon on May 3, Lisbon to Boston on May 12', {
    type: 'round_trip',
    from: 'BOS',
    to: 'LIS',
    leave: '2027-05-03',
    back: '2027-05-12',
  }),
  row('multi-city: NYC to Paris June 1, Paris to Tokyo June 9, Tokyo to NYC June 20', {
    type: 'multi_city',
    legs: ['NYC-PAR 2027-06-01', 'PAR-TYO 2027-06-09', 'TYO-NYC 2027-06-20'],
  }),
  row('I want to go from Boston to Lisbon. I leave from Boston to Lisbon on May 3', {
    type: 'one_way',
    from: 'BOS',
    to: 'LIS',
    leave: '2027-05-03',
  }),
  row('Boston to Lisbon on May 3 and returning from Lisbon to Boston on May 10', {
    type: 'round_trip',
    leave: '2027-05-03',
    back: '2027-05-10',
  }),
  row('New York - London - Paris - New York', {
    type: 'multi_city',
    legs: ['NYC-LON ?', 'LON-PAR ?', 'PAR-NYC ?'],
  }),
  row(
    'then Rome on December 10',
    { type: 'multi_city', legs: ['BOS-LIS 2026-12-04', 'LIS-ROM 2026-12-10'], missing: [] },
    'one way',
  ),
  row('and from there to Rome', { type: 'multi_city', legs: ['BOS-LIS 2026-12-04', 'LIS-ROM ?'] }, 'one way'),
  row('okay then, to Rome', { type: 'one_way', from: 'BOS', to: 'ROM' }, 'one way'),
  row(
    'New York to Rome on December 10',
    {
      type: 'round_trip',
      from: 'NYC',
      to: 'ROM',
      leave: '2026-12-10',
      back: null,
      intent: 'search_flights',
      missing: ['return_date'],
    },
    'offers',
  ),
  row('London to New York to London, Jan 5 to Jan 12', {
    ...{ type: 'round_trip', leave: '2027-01-05', back: '2027-01-12' },
  }),
  row('Boston to Lisbon to Rome on Jan 5 and Jan 9', { legs: ['BOS-LIS 2027-01-05', 'LIS-ROM 2027-01-09'] }),
  // There to one place and back from another.
  row('London to Rome on March 3, back from Milan on March 10', {
    type: 'multi_city',
    legs: ['LON-ROM 2027-03-03', 'MIL-LON 2027-03-10'],
    missing: [],
  }),
  row('from Paris to Rome on March 3, out of Milan on March 10', {
    legs: ['PAR-ROM 2027-03-03', 'MIL-PAR 2027-03-10'],
  }),
  row('fly into Rome march 3 and out of Milan march 10, from London', {
    legs: ['LON-ROM 2027-03-03', 'MIL-LON 2027-03-10'],
  }),
  row('I want to fly into Rome and out of Milan', {
    type: 'multi_city',
    legs: ['?-ROM ?', 'MIL-? ?'],
    missing: ['origin', 'departure_date'],
  }),
  row('London to Rome, returning from Milan, March 3 to March 10', {
    legs: ['LON-ROM 2027-03-03', 'MIL-LON 2027-03-10'],
  }),
  row('London to Rome on March 3, coming back from Milan a week later', {
    legs: ['LON-ROM 2027-03-03', 'MIL-LON 2027-03-10'],
  }),
  row('London to Rome on March 3, back from Milan the Sunday after', {
    legs: ['LON-ROM 2027-03-03', 'MIL-LON 2027-03-07'],
  }),
  row('London to Rome on March 3, return from Milan to Manchester on March 10', {
    legs: ['LON-ROM 2027-03-03', 'MIL-MAN 2027-03-10'],
  }),
  row('London to Rome on March 3, return from Milan', {
    legs: ['LON-ROM 2027-03-03', 'MIL-LON ?'],
    missing: ['departure_date'],
  }),
  row(
    'I would rather fly back from Porto',
    { type: 'multi_city', legs: ['BOS-LIS 2026-12-04', 'OPO-BOS 2026-12-13'], missing: [] },
    'offers',
  ),
  row(
    'and back from Porto on December 15',
    { type: 'multi_city', legs: ['BOS-LIS 2026-12-04', 'OPO-BOS 2026-12-15'] },
    'one way',
  ),
  row('London to Rome on March 3, back to Manchester on March 10', {
    type: 'multi_city',
    legs: ['LON-ROM 2027-03-03', 'ROM-MAN 2027-03-10'],
    missing: [],
  }),
  row('JFK to London on March 3, returning to Newark on March 10', {
    legs: ['JFK-LON 2027-03-03', 'LON-EWR 2027-03-10'],
  }),
  row('arrive in Venice and depart from Rome, from Philadelphia, June 3 to June 13', {
    legs: ['PHL-VCE 2027-06-03', 'ROM-PHL 2027-06-13'],
  }),
  row('arrive Lisbon depart Porto, from Boston, June 3 to June 13', {
    legs: ['BOS-LIS 2027-06-03', 'OPO-BOS 2027-06-13'],
  }),
  row('London to Bangkok 3 Jan, Bangkok to Bali 12 Jan, back to London from Bali 25 Jan', {
    legs: ['LON-BKK 2027-01-03', 'BKK-DPS 2027-01-12', 'DPS-LON 2027-01-25'],
  }),
  row('Lisbon to Porto on May 3, Porto to Madrid on May 8, Madrid back to Lisbon on May 12', {
    legs: ['LIS-OPO 2027-05-03', 'OPO-MAD 2027-05-08', 'MAD-LIS 2027-05-12'],
  }),
  // One place to go to, whichever way it is said.
  row('London to Rome on March 3, back to London on March 10', {
    type: 'round_trip',
    from: 'LON',
    to: 'ROM',
  }),
  row('JFK to London on March 3, back to New York on March 10', {
    type: 'round_trip',
    from: 'NYC',
    to: 'LON',
  }),
  row('fly into Rome out of JFK on March 3', { type: 'one_way', from: 'JFK', to: 'ROM' }),
  row('flights to Rome, out of London, on March 3', { type: 'one_way', from: 'LON', to: 'ROM' }),
  row('London to Rome on March 3, return from Rome on March 10', {
    type: 'round_trip',
    from: 'LON',
    to: 'ROM',
  }),
  row('London to Rome on March 3, return from FCO on March 10', {
    type: 'round_trip',
    from: 'LON',
    to: 'FCO',
  }),
  row('Paris - Rome - Athens - Paris, starting May 3, 4 days in each', {
    type: 'multi_city',
    legs: ['PAR-ROM 2027-05-03', 'ROM-ATH 2027-05-07', 'ATH-PAR 2027-05-11'],
    missing: [],
  }),
  row('Paris to Rome to Athens, leaving on May 3', {
    type: 'multi_city',
    legs: ['PAR-ROM 2027-05-03', 'ROM-ATH ?'],
  }),
  row('Paris to Rome to Athens on May 3', { type: 'multi_city', legs: ['PAR-ROM ?', 'ROM-ATH 2027-05-03'] }),
  row('3 nights in Rome and 4 nights in Paris from Boston starting May 1', {
    type: 'multi_city',
    legs: ['BOS-ROM 2027-05-01', 'ROM-PAR 2027-05-04', 'PAR-BOS 2027-05-08'],
    missing: [],
  }),
  row('Boston to Rome for 3 nights then Paris for 4 nights then home, leaving May 1', {
    type: 'multi_city',
    legs: ['BOS-ROM 2027-05-01', 'ROM-PAR 2027-05-04', 'PAR-BOS 2027-05-08'],
  }),
  row('3 or 4 nights in Rome from Boston on May 1', { type: 'round_trip', stay: '3-4' }),
  row('Auckland to London, one stopover in Singapore for 2 nights, March 3', {
    type: 'multi_city',
    legs: ['AKL-SIN 2027-03-03', 'SIN-LON 2027-03-05'],
    via: [],
  }),
  row('Auckland to London with a stop in Singapore, March 3', {
    legs: ['AKL-LON 2027-03-03'],
    via: ['SIN'],
  }),
  row('leaving from Berlin, then Oslo on May 4, Bergen on May 8, back on May 12', {
    type: 'multi_city',
    legs: ['BER-OSL 2027-05-04', 'OSL-BGO 2027-05-08', 'BGO-BER 2027-05-12'],
  }),
  row('Berlin to Oslo on May 4, Oslo to Bergen on May 8, returning May 12', {
    type: 'multi_city',
    legs: ['BER-OSL 2027-05-04', 'OSL-BGO 2027-05-08', 'BGO-BER 2027-05-12'],
  }),
  row('Berlin to Oslo on May 4, bus to Bergen, coming back from Bergen on May 12', {
    type: 'multi_city',
    legs: ['BER-OSL 2027-05-04', 'BGO-BER 2027-05-12'],
    unsearchable: ['ground_travel'],
  }),
  row('Berlin to Oslo on May 4, then take the train to Bergen', {
    type: 'one_way',
    legs: ['BER-OSL 2027-05-04'],
  }),
  row('I drive to Berlin and fly to Oslo', { from: 'BER', to: 'OSL' }),
  // Days listed behind the flights, with the month first.
  row('Berlin to Rome, Rome to Oslo, Oslo to Berlin: May 3, May 7, June 2', {
    type: 'multi_city',
    legs: ['BER-ROM 2027-05-03', 'ROM-OSL 2027-05-07', 'OSL-BER 2027-06-02'],
  }),
  row('Berlin to Oslo 5 May 10 June', { leave: '2027-05-05', back: '2027-06-10' }),
  row('Berlin to Rome May 3, then Rome to Oslo May 7, home from Oslo May 12', {
    type: 'multi_city',
    legs: ['BER-ROM 2027-05-03', 'ROM-OSL 2027-05-07', 'OSL-BER 2027-05-12'],
  }),
  row('Berlin Oslo Berlin 3 to 9 June', {
    type: 'round_trip',
    legs: ['BER-OSL 2027-06-03', 'OSL-BER 2027-06-09'],
  }),
  row(
    'fly back from Lisbon to Boston on December 15',
    { from: 'BOS', to: 'LIS', back: '2026-12-15' },
    'offers',
  ),
  row(
    'return from Lisbon to New York on December 15',
    { type: 'multi_city', legs: ['BOS-LIS 2026-12-04', 'LIS-NYC 2026-12-15'] },
    'offers',
  ),
  row(
    'going home from Porto to Boston',
    { type: 'multi_city', legs: ['BOS-LIS 2026-12-04', 'OPO-BOS 2026-12-13'] },
    'offers',
  ),
  row('fly home from Lisbon on December 15', { from: 'BOS', to: 'LIS', back: '2026-12-15' }, 'offers'),
];
