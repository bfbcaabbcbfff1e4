import { row } from './row.ts';

const position = (at: number) => ({ by: 'position', position: at }) as const;
const best = (superlative: 'best' | 'cheapest' | 'fastest' | 'earliest' | 'latest') =>
  ({ by: 'superlative', superlative }) as const;
const focus = { by: 'focus' } as const;

/** How a list on the table is pointed at, chosen from and asked about. */
export const offers = [
  row('the second one', { intent: 'choose_offer', references: [position(2)] }, 'offers'),
  row("I'll take the second one", { intent: 'choose_offer', references: [position(2)] }, 'offers'),
  row('number 3', { intent: 'choose_offer', references: [position(3)] }, 'offers'),
  row('option two please', { intent: 'choose_offer', references: [position(2)] }, 'offers'),
  row('#1', { intent: 'choose_offer', references: [position(1)] }, 'offers'),
  row('the last one', { intent: 'choose_offer', references: [position(-1)] }, 'offers'),
  row(
    'the TAP flight',
    { intent: 'choose_offer', references: [{ by: 'airline', carrier: 'TP' }], with: [] },
    'offers',
  ),
  row(
    "I'd like the Delta flight",
    { intent: 'choose_offer', references: [{ by: 'airline', carrier: 'DL' }], with: [] },
    'offers',
  ),
  row('the cheapest', { intent: 'choose_offer', references: [best('cheapest')], sort: 'best' }, 'offers'),
  row('the cheapest one', { intent: 'choose_offer', references: [best('cheapest')] }, 'offers'),
  row('the fastest one please', { intent: 'choose_offer', references: [best('fastest')] }, 'offers'),
  row(
    'the 9:40 one',
    { intent: 'choose_offer', references: [{ by: 'departure', minuteOfDay: 580 }], leaveTime: '-' },
    'offers',
  ),
  row(
    'TP 218',
    { intent: 'choose_offer', references: [{ by: 'flight', carrier: 'TP', number: '218' }] },
    'offers',
  ),
  row(
    'book TP218',
    { intent: 'book', references: [{ by: 'flight', carrier: 'TP', number: '218' }] },
    'offers',
  ),
  row('that one', { intent: 'choose_offer', references: [focus] }, 'offers'),
  row('that one sounds good', { intent: 'choose_offer', references: [focus] }, 'offers'),
  row('That flight sounds good.', { intent: 'choose_offer' }, 'offers'),
  row(
    'compare the first two',
    { intent: 'ask_about_offer', topic: 'compare', references: [position(1), position(2)] },
    'offers',
  ),
  row(
    'compare the first and the third',
    { intent: 'ask_about_offer', topic: 'compare', references: [position(1), position(3)] },
    'offers',
  ),
  row('compare 1 and 2', { intent: 'ask_about_offer', topic: 'compare' }, 'offers'),
  row('why is the first one the best?', { intent: 'ask_about_offer', topic: 'why' }, 'offers'),
  row(
    'does the second one include bags?',
    { intent: 'ask_about_offer', topic: 'bags', references: [position(2)] },
    'offers',
  ),
  row(
    'how long is the cheapest one?',
    { intent: 'ask_about_offer', topic: 'duration', references: [best('cheapest')] },
    'offers',
  ),
  row('when does it land?', { intent: 'ask_about_offer', topic: 'times', references: [focus] }, 'offers'),
  row('Which airport does it arrive at?', { intent: 'ask_about_offer', topic: 'airport' }, 'offers'),
  row(
    'how much is the third one?',
    { intent: 'ask_about_offer', topic: 'price', references: [position(3)] },
    'offers',
  ),
  row('can I change the date later?', { intent: 'ask_about_offer', topic: 'changes' }, 'offers'),
  row('how many stops does it have?', { intent: 'ask_about_offer', topic: 'stops' }, 'offers'),
  row('what plane is it?', { intent: 'ask_about_offer', topic: 'aircraft' }, 'offers'),
  row('how much CO2 is that?', { intent: 'ask_about_offer', topic: 'emissions' }, 'offers'),
  row('who operates it?', { intent: 'ask_about_offer', topic: 'airline' }, 'offers'),
  row(
    'tell me more about number 2',
    { intent: 'ask_about_offer', topic: 'details', references: [position(2)] },
    'offers',
  ),
  row('book it', { intent: 'book', references: [focus] }, 'offers'),
  row('book the second one', { intent: 'book', references: [position(2)] }, 'offers'),
  row("I'd like to book this", { intent: 'book' }, 'offers'),
  row('go ahead and book it', { intent: 'book' }, 'offers'),
  row('book a flight to Rome', { intent: 'search_flights', references: [], to: 'ROM' }),
  row('I want to book a flight', { intent: 'search_flights' }),
  row('Are there any other flights?', { intent: 'refine_search' }, 'offers'),
  row('What else is available?', { intent: 'refine_search' }, 'offers'),
  row('on the 2nd of December', { references: [], leave: '2026-12-02', intent: 'refine_search' }, 'offers'),
  row(
    'what time does the TAP flight leave',
    { intent: 'ask_about_offer', topic: 'times', references: [{ by: 'airline', carrier: 'TP' }], with: [] },
    'offers',
  ),
  row(
    'is there wifi on the second',
    { intent: 'ask_about_offer', topic: 'amenities', references: [position(2)], leave: '2026-12-04' },
    'offers',
  ),
  row(
    "what's the difference between 1 and 3",
    { intent: 'ask_about_offer', topic: 'compare', references: [position(1), position(3)] },
    'offers',
  ),
  row(
    'which is cheaper, the first or the second',
    { intent: 'ask_about_offer', topic: 'compare', references: [position(1), position(2)] },
    'offers',
  ),
  row('what about the return?', { intent: 'ask_about_offer' }, 'offers'),
  row('anything earlier in the day?', { intent: 'refine_search', sort: 'earliest' }, 'offers'),
  row('can you find something shorter', { intent: 'refine_search', sort: 'fastest' }, 'offers'),
  row('anything cheaper?', { intent: 'refine_search', sort: 'cheapest' }, 'offers'),
  row('cheapest please', { intent: 'refine_search', sort: 'cheapest', references: [] }, 'offers'),
  row('the cheapest please', { intent: 'choose_offer', references: [best('cheapest')] }, 'offers'),
  row(
    'is the second refundable?',
    { intent: 'ask_about_offer', topic: 'refund', references: [position(2)], refundable: false },
    'offers',
  ),
  row(
    'why not Delta?',
    { intent: 'ask_about_offer', topic: 'why', references: [{ by: 'airline', carrier: 'DL' }], with: [] },
    'offers',
  ),
  row(
    'why are there no United flights?',
    { intent: 'ask_about_offer', topic: 'why', references: [{ by: 'airline', carrier: 'UA' }], with: [] },
    'offers',
  ),
  row('is there wifi?', { intent: 'ask_about_offer', topic: 'amenities' }, 'offers'),
  row('No, I do not need a ticket.', { intent: 'deny' }, 'offers'),
  row('the second one. no wait, the third', { intent: 'choose_offer', references: [position(3)] }, 'offers'),
  row(
    'the second one, does it include a bag',
    { intent: 'ask_about_offer', topic: 'bags', references: [position(2)], bags: null },
    'offers',
  ),
  row(
    'for the third flight, how long is the layover?',
    { intent: 'ask_about_offer', topic: 'stops', references: [position(3)] },
    'offers',
  ),
  row('and the third?', { intent: 'ask_about_offer', topic: null, references: [position(3)] }, 'offers'),
  row('what about number 4?', { intent: 'ask_about_offer', references: [position(4)] }, 'offers'),
  row(
    'ok go with the cheaper of those two',
    { intent: 'choose_offer', references: [{ ...best('cheapest'), among: 'discussed' }], sort: 'best' },
    'offers',
  ),
  row(
    "I'll take the faster one",
    { intent: 'choose_offer', references: [{ ...best('fastest'), among: 'discussed' }], sort: 'best' },
    'offers',
  ),
  row(
    "what's the latest I could leave?",
    { intent: 'ask_about_offer', topic: 'times', references: [best('latest')], sort: 'best' },
    'offers',
  ),
  row(
    'what is the first flight we can take?',
    { intent: 'ask_about_offer', topic: 'times', references: [best('earliest')] },
    'offers',
  ),
  // What is disliked is not chosen.
  row('the second one is too expensive', { intent: 'refine_search', sort: 'cheapest' }, 'offers'),
  row('the first one leaves too early', { intent: 'refine_search' }, 'offers'),
  row("I don't like the second one", { intent: 'refine_search', sort: 'best' }, 'offers'),
  row('the first one is horrible', { intent: 'refine_search' }, 'offers'),
  row("I don't want to take the first one", { intent: 'refine_search' }, 'offers'),
  row('not the first one, the second', { intent: 'refine_search' }, 'offers'),
  row(
    'is the second one too expensive?',
    { intent: 'ask_about_offer', topic: 'price', references: [position(2)] },
    'offers',
  ),
  row('do I need to pay extra for that', { intent: 'ask_about_offer', topic: 'price' }, 'offers'),
];
