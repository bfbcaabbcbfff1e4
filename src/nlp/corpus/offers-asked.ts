import type { Superlative } from '../../domain/understood.ts';
import { row } from './row.ts';

const position = (at: number) => ({ by: 'position', position: at }) as const;
/** What is shown, asked of as a whole, walked through, or wanted away: nothing of it is chosen, and the trip stays as it is. */
const kept = { stops: null, refundable: false, bags: null, sort: 'best' } as const;
const of = (superlative: Superlative, way?: 'back') =>
  ({ by: 'superlative', superlative, ...(way && { way }) }) as const;
const all = { by: 'all' } as const;

export const offersAsked = [
  row('remove the last one', { intent: 'refine_search', references: [position(-1)], ...kept }, 'offers'),
  row(
    'take number 3 off the list',
    { intent: 'refine_search', references: [position(3)], ...kept },
    'offers',
  ),
  row('please hide the first one', { intent: 'refine_search', references: [position(1)], ...kept }, 'offers'),
  row('skip the third', { intent: 'refine_search', references: [position(3)], ...kept }, 'offers'),
  row('ignore the TAP one', { intent: 'refine_search', with: [], without: [] }, 'offers'),
  row(
    'show me the last flight',
    { intent: 'ask_about_offer', references: [position(-1)], ...kept },
    'offers',
  ),
  row('explain the third one', { intent: 'ask_about_offer', references: [position(3)] }, 'offers'),
  row('describe number 2', { intent: 'ask_about_offer', references: [position(2)] }, 'offers'),
  row('the second one leaves at nine', { intent: 'ask_about_offer', references: [position(2)] }, 'offers'),
  row('what if I take the second one', { intent: 'ask_about_offer', references: [position(2)] }, 'offers'),
  row('hide the Delta flights', { intent: 'refine_search', without: ['DL'], with: [] }, 'offers'),
  row(
    'is the cheapest one refundable?',
    { intent: 'ask_about_offer', topic: 'refund', references: [of('cheapest')], ...kept },
    'offers',
  ),
  row('the cheapest direct flight', { intent: 'refine_search', stops: 0, sort: 'cheapest' }, 'offers'),
  row(
    'is number 3 refundable',
    { intent: 'ask_about_offer', topic: 'refund', references: [position(3)], ...kept },
    'offers',
  ),
  row(
    'is number 2 nonstop',
    { intent: 'ask_about_offer', topic: 'stops', references: [position(2)], ...kept },
    'offers',
  ),
  row(
    'does option 4 have a layover',
    { intent: 'ask_about_offer', topic: 'stops', references: [position(4)], ...kept },
    'offers',
  ),
  row(
    'does #2 include a bag',
    { intent: 'ask_about_offer', topic: 'bags', references: [position(2)], ...kept },
    'offers',
  ),
  row('do we each get a bag', { intent: 'ask_about_offer', topic: 'bags', ...kept }, 'offers'),
  row(
    'which ones are refundable',
    { intent: 'ask_about_offer', topic: 'refund', references: [all], ...kept },
    'offers',
  ),
  row(
    'are any of these nonstop',
    { intent: 'ask_about_offer', topic: 'stops', references: [all], ...kept },
    'offers',
  ),
  row(
    'can any of them be changed',
    { intent: 'ask_about_offer', topic: 'changes', references: [all] },
    'offers',
  ),
  row(
    'which one has bags included',
    { intent: 'ask_about_offer', topic: 'bags', references: [all], ...kept },
    'offers',
  ),
  row(
    'do both include bags',
    { intent: 'ask_about_offer', topic: 'bags', references: [{ by: 'all', among: 'discussed' }], ...kept },
    'offers',
  ),
  row(
    'which has the most legroom?',
    { intent: 'ask_about_offer', topic: 'amenities', references: [all] },
    'offers',
  ),
  row(
    'which has the longest layover',
    { intent: 'ask_about_offer', references: [of('longest_layover')], ...kept },
    'offers',
  ),
  row(
    'shortest layover',
    { intent: 'ask_about_offer', references: [of('shortest_layover')], ...kept },
    'offers',
  ),
  row(
    "I'll take the one with the shortest layover",
    { intent: 'choose_offer', references: [of('shortest_layover')], ...kept },
    'offers',
  ),
  row(
    'which one has the fewest stops',
    { intent: 'ask_about_offer', references: [of('fewest_stops')], ...kept },
    'offers',
  ),
  row(
    'which one lands earliest',
    { intent: 'ask_about_offer', references: [of('lands_earliest')], ...kept },
    'offers',
  ),
  row(
    'which flight gets there last',
    { intent: 'ask_about_offer', references: [of('lands_latest')], ...kept },
    'offers',
  ),
  row(
    'which one gets home first',
    { intent: 'ask_about_offer', references: [of('lands_earliest', 'back')], ...kept },
    'offers',
  ),
  row(
    'which return is the shortest',
    { intent: 'ask_about_offer', references: [of('fastest', 'back')], ...kept },
    'offers',
  ),
  row(
    'which is the greenest?',
    { intent: 'ask_about_offer', references: [of('lowest_emissions')] },
    'offers',
  ),
  row(
    'is there an earlier return',
    { intent: 'ask_about_offer', references: [{ by: 'way_back', leaves: 'earlier' }], ...kept },
    'offers',
  ),
  row(
    'come home earlier in the day',
    { intent: 'ask_about_offer', references: [{ by: 'way_back', leaves: 'earlier' }], back: '2026-12-13' },
    'offers',
  ),
  row(
    'a later flight home',
    { intent: 'ask_about_offer', references: [{ by: 'way_back', leaves: 'later' }], ...kept },
    'offers',
  ),
  row(
    'my flight home leaves far too late',
    { intent: 'ask_about_offer', references: [{ by: 'way_back', leaves: 'earlier' }], ...kept },
    'offers',
  ),
  row('3', { intent: 'choose_offer', references: [position(3)], party: [1, [], 0] }, 'offers'),
  row('pick 3', { intent: 'choose_offer', references: [position(3)] }, 'offers'),
  row("let's go with 2", { intent: 'choose_offer', references: [position(2)] }, 'offers'),
  row('change my choice to 5', { intent: 'choose_offer', references: [position(5)] }, 'offers'),
  row('no wait, 3', { intent: 'choose_offer', references: [position(3)] }, 'offers'),
  row('3 adults', { intent: 'refine_search', party: [3, [], 0], references: [] }, 'offers'),
  row('the one after that', { intent: 'ask_about_offer', references: [{ by: 'next', step: 1 }] }, 'offers'),
  row(
    'and the previous one?',
    { intent: 'ask_about_offer', references: [{ by: 'next', step: -1 }] },
    'offers',
  ),
  row("I'll take the next one", { intent: 'choose_offer', references: [{ by: 'next', step: 1 }] }, 'offers'),
  row('what did I choose?', { intent: 'ask_about_offer', references: [{ by: 'chosen' }] }, 'offers'),
  row('can we push it back by a week', { intent: 'refine_search' }, 'offers'),
  row('which dates are cheapest', { intent: 'ask_about_offer', topic: 'days', ...kept }, 'offers'),
  row(
    'is number 2 cheaper than number 4',
    { intent: 'ask_about_offer', topic: 'compare', references: [position(2), position(4)], ...kept },
    'offers',
  ),
  // What airlines decide for all of their flights.
  row(
    'do they have a child discount',
    { intent: 'ask_about_offer', topic: 'child_fares', party: [1, [], 0] },
    'offers',
  ),
  row(
    'does the baby need its own seat',
    { intent: 'ask_about_offer', topic: 'infant_seat', party: [1, [], 0] },
    'offers',
  ),
  row('how do I pay', { intent: 'ask_about_offer', topic: 'payment' }, 'offers'),
  row('can we pay in instalments?', { intent: 'ask_about_offer', topic: 'payment' }, 'offers'),
  row('how early should I be at the airport', { intent: 'ask_about_offer', topic: 'check_in' }, 'offers'),
  row("what's the carry on size limit", { intent: 'ask_about_offer', topic: 'bag_size', ...kept }, 'offers'),
  row('baggage weight limit', { intent: 'ask_about_offer', topic: 'bag_size', ...kept }, 'offers'),
  row('how heavy can my suitcase be?', { intent: 'ask_about_offer', topic: 'bag_size', ...kept }, 'offers'),
  row('will we sit together?', { intent: 'ask_about_offer', topic: 'seat_choice' }, 'offers'),
  row('can I bring my dog', { intent: 'ask_about_offer', topic: 'animals' }, 'offers'),
  row('would business class be much dearer', { cabin: 'business', intent: 'refine_search' }, 'offers'),
  row('what would premium economy cost', { cabin: 'premium_economy', intent: 'refine_search' }, 'offers'),
  row('is it any cheaper on a Tuesday', { intent: 'refine_search' }, 'one way'),
  row('is it cheaper on Tuesday?', { intent: 'refine_search', leave: '2026-12-01' }, 'one way'),
  row('would it be cheaper to go from Hartford', { intent: 'refine_search', from: 'BDL' }, 'one way'),
  row(
    'what does one more suitcase cost?',
    { intent: 'ask_about_offer', topic: 'bags', bags: null },
    'offers',
  ),
  row('how much is an extra bag', { intent: 'ask_about_offer', topic: 'bags', bags: null }, 'offers'),
  row('how much may a bag weigh?', { intent: 'ask_about_offer', topic: 'bag_size' }, 'offers'),
  row('could I cancel free of charge?', { intent: 'ask_about_offer', topic: 'refund' }, 'offers'),
  row('compare 2, 3 and 5', { topic: 'compare', references: [2, 3, 5].map(position) }, 'offers'),
  row(
    'compare the first, the third and the fourth',
    { topic: 'compare', references: [1, 3, 4].map(position) },
    'offers',
  ),
  row(
    'compare Iberia and Air France',
    {
      topic: 'compare',
      with: [],
      references: [
        { by: 'airline', carrier: 'IB' },
        { by: 'airline', carrier: 'AF' },
      ],
    },
    'offers',
  ),
  row('why is that not first?', { topic: 'why', references: [{ by: 'focus' }] }, 'offers'),
  row(
    'some with a checked bag?',
    { intent: 'ask_about_offer', topic: 'bags', references: [{ by: 'all' }] },
    'offers',
  ),
  row(
    'how much time is there in Madrid',
    { intent: 'ask_about_offer', topic: 'stops', to: 'LIS', via: [] },
    'offers',
  ),
  row(
    'how long will we sit in Dublin?',
    { intent: 'ask_about_offer', topic: 'stops', to: 'LIS', via: [] },
    'offers',
  ),
  row(
    'do I have to change terminals at Heathrow',
    { intent: 'ask_about_offer', topic: 'terminal', to: 'LIS', via: [] },
    'offers',
  ),
  row(
    'is two hours in Madrid enough to change planes?',
    { intent: 'ask_about_offer', topic: 'stops', to: 'LIS', via: [] },
    'offers',
  ),
  row(
    'will 40 minutes be enough in Amsterdam',
    { intent: 'ask_about_offer', topic: 'stops', to: 'LIS', via: [] },
    'offers',
  ),
  row(
    'can I make a 45 minute connection in Frankfurt',
    { intent: 'ask_about_offer', topic: 'stops', to: 'LIS', via: [] },
    'offers',
  ),
  row(
    'how long is my stop in Newark',
    { intent: 'ask_about_offer', topic: 'stops', to: 'LIS', via: [] },
    'offers',
  ),
];
