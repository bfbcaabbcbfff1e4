import { Agent, request } from 'undici';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { Traveller } from './traveller.ts';

/** Connections to a server, kept open; as many as there are turns under way. */
export interface Connections extends AsyncDisposable {
  readonly agent: Agent;
}

const timeoutMs = 30_000;

export function openConnections(): Connections {
  const agent = new Agent({ pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return { agent, [Symbol.asyncDispose]: () => agent.destroy() };
}

/**
 * Sends a traveller's next message. Throws where the answer is not what was asked for. `judge` is false where the generator must not spend
 * the processor's time on reading all of the answer.
 */
export async function sendTurn(
  url: string,
  { agent }: Connections,
  traveller: Traveller,
  judge = true,
): Promise<void> {
  const step = traveller.next();
  if (!step) throw new Error('the traveller has said everything');
  const sessionId = traveller.sessionId();
  const { statusCode, body } = await request(`${url}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sessionId ? { message: step.say, session_id: sessionId } : { message: step.say }),
    dispatcher: agent,
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${step.say}: ${statusCode} ${text.slice(0, 200)}`);
  const fault = judge
    ? traveller.hear(step, JSON.parse(text) as ChatAnswer)
    : traveller.skim(step, /^\{"session_id":"([^"]+)"/.exec(text)?.[1]);
  if (fault) throw new Error(`${step.say}: ${fault}`);
}
