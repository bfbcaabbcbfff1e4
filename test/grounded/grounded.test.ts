import { describe, expect, it } from 'vitest';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import { mostCards } from '../../src/agent/shown-cards.ts';
import { setUpContractApp } from '../contract/contract-setup.ts';
import { conversations } from './conversations.ts';
import { ungrounded } from './ungrounded.ts';

const setup = setUpContractApp();

async function converse(messages: readonly string[]): Promise<{ message: string; answer: ChatAnswer }[]> {
  const turns: { message: string; answer: ChatAnswer }[] = [];
  for (const message of messages) {
    const session = turns.at(-1)?.answer.session_id;
    turns.push({
      message,
      answer: await setup.client.chat({ message, ...(session && { session_id: session }) }),
    });
  }
  return turns;
}

/** A reply may repeat a number of the traveller's only where it shows no flights. */
const saidIn = (message: string, { flight_cards: cards }: ChatAnswer): string =>
  cards.length > 0 ? '' : message;

const showsList = ({ flight_cards: cards, results }: ChatAnswer): boolean =>
  results !== null && cards.length >= Math.min(results.cards, mostCards);

/** A card may stand behind those that the list was shown with. */
const withCard = (list: ChatAnswer, card: ChatAnswer['flight_cards'][number]): ChatAnswer => ({
  ...list,
  flight_cards: [...list.flight_cards, card],
});

describe.each(conversations.map((messages) => [messages[0], messages] as const))('%s', (_first, messages) => {
  it('is answered with nothing but facts', async () => {
    const turns = await converse(messages);
    let list = turns[0]!.answer;
    for (const { message, answer } of turns) {
      expect(
        ungrounded(answer.reply, answer, saidIn(message, answer)),
        `${message}\n${answer.reply}`,
      ).toEqual([]);
      // An answer about one card repeats what sets it apart in the list, which the turn that showed the list holds.
      if (showsList(answer)) list = answer;
      for (const card of answer.flight_cards)
        for (const sentence of [...card.reasons, ...card.warnings])
          expect(ungrounded(sentence, withCard(list, card)), `${message}\n${sentence}`).toEqual([]);
    }
  });
});

describe('the check itself', () => {
  it('catches every lie that is planted in a true reply', async () => {
    const [turn] = await converse(['Boston to Lisbon on 4 December, back on the 13th']);
    const { answer } = turn!;
    expect(ungrounded(answer.reply, answer)).toEqual([]);
    const [card] = answer.flight_cards;
    const { amount } = card!.price.total;
    const lies: [RegExp, string][] = [
      [/\$[\d,.]+\d/u, `$${String(Number(amount) + 1)}`],
      [/\d{1,2}:\d\d (?:AM|PM)/u, '3:33 AM'],
      [/\d+ h(?: \d+ min)?/u, '97 h 1 min'],
      [/\b[A-Z]{2} \d+\b/u, 'TP 9999'],
      [/December 4/u, 'December 5'],
      [/Friday, December 4/u, 'Thursday, December 4'],
      [/of \d+\./u, 'of 9731.'],
    ];
    for (const [truth, lie] of lies) {
      const lying = answer.reply.replace(truth, lie);
      expect(lying, String(truth)).not.toBe(answer.reply);
      expect(ungrounded(lying, answer), lie).not.toEqual([]);
    }
  });

  it('reads every digit of a reply', async () => {
    const [turn] = await converse(['Boston to Lisbon on 4 December, back on the 13th']);
    const { answer } = turn!;
    const empty: ChatAnswer = {
      ...answer,
      flight_cards: [],
      state_summary: null,
      results: null,
      search: null,
    };
    expect(digitsOf(ungrounded(answer.reply, empty).join(' '))).toEqual(digitsOf(answer.reply));
  });
});

const digitsOf = (text: string): string[] => Array.from(text.matchAll(/\d/gu), ([digit]) => digit).toSorted();
