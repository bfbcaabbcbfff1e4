import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ChatAnswer } from '../../src/contract/chat.ts';
import { startContractApp } from './contract-app.ts';

const turns = 1000;
const cities = ['Lisbon', 'Tokyo', 'Paris', 'Denver', 'Oslo', 'Cairo', 'Lima', 'Sydney'];

it('a thousand turns at once are all answered with the usual settings, and timed', async () => {
  await using app = await startContractApp({}, { PORT: '0' });
  const url = await app.listen();
  const agent = new Agent({ maxSockets: turns });
  const turn = async (index: number) => {
    const day = 1 + (index % 28);
    const message = `Boston to ${cities[index % cities.length]} on ${day} December 2026, one way`;
    const sent = request(`${url}/chat`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    });
    sent.end(JSON.stringify({ message }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const answer = await json(response);
    return {
      status: response.statusCode,
      cards: ChatAnswer.safeParse(answer).data?.flight_cards.length ?? 0,
    };
  };
  const answers = await Promise.all(Array.from({ length: turns }, (_none, index) => turn(index)));
  agent.destroy();
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(answers.filter(({ cards }) => cards === 0)).toEqual([]);
  const { payload } = await app.server.inject('/metrics');
  const [, seconds] =
    /^request_duration_seconds_sum\{.*route="\/chat",status="200"\} (\S+)$/mu.exec(payload) ?? [];
  expect(Number(seconds)).toBeGreaterThan(0);
});
