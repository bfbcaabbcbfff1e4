import { row } from './row.ts';

/** What is typed in a hurry: each of these once lost a wish or turned it round. */
export const spelling = [
  row('berlin to oslo on thrusday, retruning sunday', {
    from: 'BER',
    to: 'OSL',
    leave: '2026-11-26',
    back: '2026-11-29',
  }),
  row('oslo to berlin nxt wednesday', { from: 'OSL', to: 'BER', leave: '2026-12-02' }),
  row('oslo to berlin 9 dec w/o ryanair', { leave: '2026-12-09', with: [], without: ['FR'] }),
  row('oslo to berlin 9 dec 3 adutls 1 chlid', { leave: '2026-12-09', party: [3, [8], 0] }),
  row('oslo to berlin 9 dec buisness, nonstp', { leave: '2026-12-09', cabin: 'business', stops: 0 }),
  row('oslo to berlin 9 dec premuim econmy', { cabin: 'premium_economy' }),
  row('oslo to berlin 9 dec b4 noon', { leave: '2026-12-09', leaveTime: '-12:00' }),
  row('Chepest oslo to berlin 9 decembr, refundible', {
    leave: '2026-12-09',
    sort: 'cheapest',
    refundable: true,
  }),
  row('sydny to berln', { from: 'SYD', to: 'BER' }),
  row('wanna go oslo frm berln 4 dec', { from: 'BER', to: 'OSL', leave: '2026-12-04' }),
  row('form oslo too berlin tomorow', { from: 'OSL', to: 'BER', leave: '2026-11-24' }),
  row('travle to oslo', { from: null, to: 'OSL' }),
  // People are called nearly what days and airlines are.
  row('for Sundar and Agust, oslo to berlin on 9 dec', { leave: '2026-12-09', type: 'one_way' }),
  row('oslo to berlin with delia on 9 dec', { leave: '2026-12-09', with: [] }),
  row('oslo to berlin in agust with rynair', { leave: '2027-08-01..2027-08-31', with: ['FR'] }),
];
