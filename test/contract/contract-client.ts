import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { SearchEvent, TurnEvent } from '../../src/contract/events.ts';
import type { PlacesAnswer } from '../../src/contract/place.ts';
import { Problem } from '../../src/contract/problem.ts';
import type { SearchAnswer } from '../../src/contract/search.ts';
import type { SessionAnswer } from '../../src/contract/session.ts';
import type { UnderstandAnswer } from '../../src/contract/understand.ts';
import { findRoute } from './answer-schemas.ts';
import { expectDescribed, faultsBy, findOperation } from './description.ts';

/** An answer that has passed the contract. */
export interface Checked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** Undefined where the answer is neither JSON nor a problem. */
  readonly json: unknown;
}

export interface Streamed<Event> {
  readonly headers: Checked['headers'];
  readonly events: readonly Event[];
}

/** Speaks to the server as a client would, and fails the test when an answer is not what the contract says. */
export interface ContractClient {
  send(request: InjectOptions): Promise<Checked>;
  /** The problem with which a request is refused. */
  refused(request: InjectOptions): Promise<Problem & { readonly headers: Checked['headers'] }>;
  chat(body: object, path?: string): Promise<ChatAnswer>;
  chatEvents(body: object, path?: string): Promise<Streamed<TurnEvent>>;
  search(body: object): Promise<SearchAnswer>;
  searchEvents(body: object): Promise<Streamed<SearchEvent>>;
  understand(body: object): Promise<UnderstandAnswer>;
  places(query: string): Promise<PlacesAnswer['places']>;
  session(id: string): Promise<SessionAnswer>;
}

export function createContractClient(server: FastifyInstance): ContractClient {
  const send = async (request: InjectOptions): Promise<Checked> => {
    const response = await server.inject(request);
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const checked = { status: response.statusCode, headers, text: response.payload };
    const json = checkAnswer(request, checked);
    checkDescribed(request, checked);
    return { ...checked, json };
  };
  const post = (url: string, body: object, accept = 'application/json') =>
    send({ method: 'POST', url, payload: body, headers: { accept } });
  const good = async <Answer>(answer: Promise<Checked>): Promise<Answer> => {
    const { status, json, text } = await answer;
    expect(status, text).toBe(200);
    return json as Answer;
  };
  const streamed = async <Event>(url: string, body: object): Promise<Streamed<Event>> => {
    const { status, headers, text } = await post(url, body, 'text/event-stream');
    expect(status, text).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
    return { headers, events: parseEvents(text) as Event[] };
  };
  return {
    send,
    async refused(request) {
      const { status, headers, json } = await send(request);
      expect(status).toBeGreaterThanOrEqual(400);
      return { ...(json as Problem), headers };
    },
    chat: (body, path = '/chat') => good(post(path, body)),
    chatEvents: (body, path = '/chat') => streamed(path, body),
    search: (body) => good(post('/search', body)),
    searchEvents: (body) => streamed('/search', body),
    understand: (body) => good(post('/understand', body)),
    async places(query) {
      const { places } = await good<PlacesAnswer>(send({ url: `/places?${query}` }));
      return places;
    },
    session: (id) => good(send({ url: `/sessions/${id}` })),
  };
}

/** Throws unless the answer has the shape of its route and status; the body where it is JSON. */
export function checkAnswer(
  request: InjectOptions,
  { status, headers, text }: Omit<Checked, 'json'>,
): unknown {
  expect(headers['x-request-id'], 'x-request-id is on every answer').toMatch(/\S/);
  const route = findRoute(request.method ?? 'GET', typeof request.url === 'string' ? request.url : '');
  const type = headers['content-type'] ?? '';
  if (status >= 400 && !route?.alsoAnswers?.includes(status)) return checkProblem(status, headers, text);
  if (status === 204) {
    expect(text).toBe('');
    return undefined;
  }
  if (!route) return type.startsWith('application/json') ? (JSON.parse(text) as unknown) : undefined;
  if (type.startsWith('text/event-stream')) {
    for (const event of parseEvents(text)) expectShape(route.event, event);
    return undefined;
  }
  expect(type).toMatch(/^application\/json/);
  const json: unknown = JSON.parse(text);
  expectShape(route.answer, json);
  return json;
}

/** Throws unless the description of the interface tells of the answer, and of a request that was taken. */
function checkDescribed(
  { method = 'GET', url, payload }: InjectOptions,
  { status, headers, text }: Omit<Checked, 'json'>,
): void {
  const operation = typeof url === 'string' ? findOperation(method, url) : undefined;
  if (!operation) return;
  const type = headers['content-type'] ?? '';
  const body: unknown = type.startsWith('text/event-stream')
    ? parseEvents(text)
    : /^application\/(?:problem\+)?json/u.test(type)
      ? JSON.parse(text)
      : text;
  expectDescribed(operation, status, headers, body);
  const taken = operation.requestBody?.content['application/json']?.schema;
  if (status === 200 && taken && typeof payload === 'object') expect(faultsBy(taken, payload)).toEqual([]);
}

function checkProblem(status: number, headers: Checked['headers'], text: string): Problem {
  expect(headers['content-type'], text).toMatch(/^application\/problem\+json/);
  const json: unknown = JSON.parse(text);
  expectShape(Problem, json);
  const problem = json as Problem;
  expect(problem.status).toBe(status);
  expect(problem.request_id).toBe(headers['x-request-id']);
  expect(problem.type).toBe(`/problems/${problem.code.replaceAll('_', '-')}`);
  expect(problem.detail).not.toBe('');
  if (status === 429 || status === 503) expect(headers['retry-after']).toMatch(/^\d+$/);
  return problem;
}

/** The schema fits, no field is missing that it would have to fill in, and none is there that it does not know. */
function expectShape(schema: z.ZodType | null | undefined, value: unknown): void {
  if (!schema) throw new Error('the contract knows no such answer');
  const read = schema.safeParse(value);
  expect(read.error?.issues ?? [], JSON.stringify(value).slice(0, 300)).toEqual([]);
  expect(read.data).toEqual(value);
}

/** Server-sent events as a browser reads them; comments are left out. */
export function parseEvents(text: string): { event: string; data: unknown }[] {
  const blocks = text.split('\n\n');
  expect(blocks.pop(), 'the last event is whole').toBe('');
  return blocks
    .filter((block) => !block.startsWith(':'))
    .map((block) => {
      const [first = '', second = '', ...more] = block.split('\n');
      expect([first.slice(0, 7), second.slice(0, 6), more.length]).toEqual(['event: ', 'data: ', 0]);
      return { event: first.slice(7), data: JSON.parse(second.slice(6)) as unknown };
    });
}
