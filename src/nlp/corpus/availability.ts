import { row } from './row.ts';

const asked = { intent: 'ask_about_offer', topic: 'availability', stops: null, sort: 'best' } as const;
const second = [{ by: 'position', position: 2 }] as const;
const held = (text: string) => row(text, asked, 'offers');

/** Whether an offer still holds: only its source knows. What is asked of other days or places is a wish. */
export const availability = [
  held('is it still available?'),
  held('is that still available'),
  held('Is this price still valid?'),
  held('is the price still the same'),
  held('does that price still hold?'),
  held('has the price changed?'),
  held('did the price go up'),
  held('is that price guaranteed?'),
  held('is the price up to date'),
  held('check the price again'),
  held('can you check the price please'),
  held('please recheck the fare'),
  held('could you confirm the price'),
  held('refresh the price'),
  held('check if it is still available'),
  held('can you check whether the seats are still available'),
  held('verify that it is still there'),
  held('is it sold out?'),
  held('are the seats still available'),
  held('is it available'),
  held('check availability'),
  row('is the second one still available?', { ...asked, references: second }, 'offers'),
  row('number 2 still available?', { ...asked, references: second }, 'offers'),
  row('is number 2 sold out', { ...asked, references: second }, 'offers'),
  row(
    'is the cheapest one still available',
    { ...asked, references: [{ by: 'superlative', superlative: 'cheapest' }] },
    'offers',
  ),
  row(
    'is the 9:40 one still available',
    { ...asked, references: [{ by: 'departure', minuteOfDay: 580 }] },
    'offers',
  ),
  row(
    'is the TAP flight still available?',
    { ...asked, references: [{ by: 'airline', carrier: 'TP' }], with: [] },
    'offers',
  ),
  row('are they all still available?', { ...asked, references: [{ by: 'all' }] }, 'offers'),
  row('which ones are still available', { ...asked, references: [{ by: 'all' }] }, 'offers'),
  held('still available?'),
  held('price still good?'),
  held('what is the current price'),
  held('are you sure about the price?'),
  held('is it still $412?'),
  held('are there still seats?'),
  row('ist es noch verfügbar?', asked, 'offers'),
  row('stimmt der Preis noch?', asked, 'offers'),
  row('ist der zweite noch verfügbar', { ...asked, references: second }, 'offers'),
  // Not of the offer.
  row('how many seats are left', { intent: 'ask_about_offer', topic: 'seats' }, 'offers'),
  row('what else is available?', { intent: 'refine_search' }, 'offers'),
  row('is it available in business class', { cabin: 'business' }, 'offers'),
  row('are there flights still available on December 6', { leave: '2026-12-06' }, 'offers'),
  row('is it available tomorrow', { leave: '2026-11-24' }, 'offers'),
  row('check prices for December 6', { leave: '2026-12-06' }, 'offers'),
  row('check the price of business class', { cabin: 'business' }, 'offers'),
  row('how much is it', { intent: 'ask_about_offer', topic: 'price' }, 'offers'),
];
