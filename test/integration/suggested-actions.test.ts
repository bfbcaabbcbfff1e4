import { describe, expect, it } from 'vitest';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import { conversations } from '../grounded/conversations.ts';
import { setUpContractApp } from '../contract/contract-setup.ts';

const setup = setUpContractApp();

const say = (message: string, session_id: string | undefined): Promise<ChatAnswer> =>
  setup.client.chat({ message, ...(session_id && { session_id }) });

/** The conversation again from its start, because an action must be taken in the state that suggested it. */
async function replay(messages: readonly string[]): Promise<ChatAnswer> {
  let answer: ChatAnswer | undefined;
  for (const message of messages) answer = await say(message, answer?.session_id);
  return answer!;
}

const outOfScope = /outside what I can do|did not understand/u;

describe('suggested actions', () => {
  it('are few, distinct, and understood where they are suggested', async () => {
    const tried = new Set<string>();
    for (const messages of conversations) {
      for (let turns = 1; turns <= messages.length; turns += 1) {
        const answer = await replay(messages.slice(0, turns));
        expect(answer.actions.length).toBeLessThanOrEqual(6);
        expect(new Set(answer.actions).size).toBe(answer.actions.length);
        for (const action of answer.actions) {
          const state = `${action}|${answer.missing.join()}|${answer.flight_cards.length > 0}`;
          if (tried.has(state)) continue;
          tried.add(state);
          const { session_id } = await replay(messages.slice(0, turns));
          const next = await say(action, session_id);
          const where = `${messages.slice(0, turns).join(' / ')} -> ${action}\n${next.reply}`;
          expect(next.reply, where).not.toMatch(outOfScope);
          expect(next.reply, where).not.toMatch(/I do not know|I cannot tell which/u);
        }
      }
    }
    expect(tried.size).toBeGreaterThan(30);
  }, 120_000);

  it('never ask for what is already so', async () => {
    const nonstop = await replay(['Boston to Lisbon on 4 December, one way, nonstop']);
    expect(nonstop.actions).not.toContain('Only nonstop');
    const business = await replay(['Boston to Lisbon on 4 December, one way, business class']);
    expect(business.actions).not.toContain('Business class');
  });

  it('offer for an empty list what brings flights back, and it does', async () => {
    const empty = await replay(['Boston to Lisbon on 4 December, one way, under $20']);
    expect(empty.flight_cards).toEqual([]);
    const [relax] = empty.actions;
    const found = await say(relax!, empty.session_id);
    expect(found.flight_cards.length).toBeGreaterThan(0);
  });
});
