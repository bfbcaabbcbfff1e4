import type { SessionAnswer } from '../../src/contract/session.ts';
import type { Traveller } from './traveller.ts';

/** Answered turns that the server does not tell of any more, in words. */
export async function lostTurns(url: string, travellers: readonly Traveller[]): Promise<string[]> {
  const lost: string[] = [];
  for (const traveller of travellers) {
    const sessionId = traveller.sessionId();
    if (sessionId === null) continue;
    const response = await fetch(`${url}/sessions/${sessionId}`);
    const session = (await response.json()) as SessionAnswer;
    const texts = response.ok ? session.transcript.map(({ text }) => text) : [];
    for (const [index, { said, reply }] of traveller.answered.entries())
      if (texts[2 * index] !== said || texts[2 * index + 1] !== reply)
        lost.push(`turn ${index + 1} of ${sessionId} (${response.status}): ${said}`);
  }
  return lost;
}
