import { searchAgain } from '../dialogue/actions.ts';
import { sayOtherCurrency } from '../dialogue/say/say-other-currency.ts';
import { searchKeyOf, type Conversation } from '../domain/conversation.ts';
import type { Understood } from '../domain/understood.ts';
import type { Spoken } from './answer.ts';

/**
 * An answer to a question that also names a currency, such as “is it still available, in euros please?”. The flights on the table are sold in
 * the currency of their search, and converting would tell a price that nobody asks: only another search brings prices in that one.
 */
export function asPriced(spoken: Spoken, { currency: named }: Understood, heard: Conversation): Spoken {
  const { held, trip, currency } = heard;
  if (named === null || !held || !trip || held.searchKey === searchKeyOf(trip, currency)) return spoken;
  const other = spoken.cards.find(({ offer }) => offer.total.currency !== named);
  if (!other) return spoken;
  return {
    ...spoken,
    reply: `${spoken.reply}\n\n${sayOtherCurrency(other.offer.total.currency, named)}`,
    actions: [searchAgain, ...spoken.actions.filter((action) => action !== searchAgain)],
  };
}
