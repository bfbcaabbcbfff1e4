import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation.ts';
import { createMemorySessions } from '../../src/store/memory/memory-sessions.ts';
import type { SessionStore } from '../../src/store/sessions.ts';
import { startContractApp } from './contract-app.ts';
import { createContractClient } from './contract-client.ts';

/** Sessions of which another process saves each new version so many times just before this one does. */
function contested(times: number): SessionStore<Conversation> {
  const sessions = createMemorySessions<Conversation>({ most: 10, idleMs: 60_000, nowMs: () => 1 });
  let left = times;
  return {
    ...sessions,
    async save(id, basedOn, state) {
      const known = await sessions.find(id);
      if (known && left > 0) {
        left -= 1;
        await sessions.save(id, basedOn, known.state);
      }
      return sessions.save(id, basedOn, state);
    },
  };
}

describe('a turn that loses its save to another process', () => {
  it.each([1, 3])('%i times is told once, as it ends', async (times) => {
    await using app = await startContractApp({ sessions: contested(times) });
    const client = createContractClient(app.server);
    const { session_id } = await client.chat({ message: 'hello' });
    const message = 'Boston to Lisbon on 4 December, one way';
    const { events } = await client.chatEvents({ message, session_id });
    const said = events.flatMap(({ event, data }) => (event === 'text-delta' ? [data.text] : []));
    const last = events.at(-1);
    expect(last?.event === 'turn-end' && last.data.reply).toBe(said.join(''));
    expect(said.join('')).toContain('Lisbon');
  });

  it('again and again says nothing but that', async () => {
    await using app = await startContractApp({ sessions: contested(100) });
    const client = createContractClient(app.server);
    const { session_id } = await client.chat({ message: 'hello' });
    const { events } = await client.chatEvents({ message: 'Boston to Lisbon', session_id });
    expect(events.map(({ event }) => event)).not.toContain('text-delta');
    expect(events.at(-1)).toMatchObject({ event: 'turn-error', data: { code: 'conflict' } });
  });

  it('because the conversation was forgotten there while it began does not begin it anew', async () => {
    const sessions = createMemorySessions<Conversation>({ most: 10, idleMs: 60_000, nowMs: () => 1 });
    const forgotten: typeof sessions = { ...sessions, save: async () => 'conflict' };
    await using app = await startContractApp({ sessions: forgotten });
    const payload = { message: 'Boston to Lisbon' };
    const client = createContractClient(app.server);
    const { code } = await client.refused({ method: 'POST', url: '/chat', payload });
    expect(code).toBe('session_not_found');
  });
});
