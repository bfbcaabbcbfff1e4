import { z } from 'zod';
import { ChatAnswer, ChatRequest, SessionId } from '../contract/chat.ts';
import { CalendarAnswer, CalendarQuery } from '../contract/calendar.ts';
import { SearchEvent, TurnEvent } from '../contract/events.ts';
import { HealthAnswer } from '../contract/health.ts';
import { OfferCheckAnswer } from '../contract/offer-check.ts';
import { PlacesAnswer } from '../contract/place.ts';
import { SearchAnswer, SearchRequest } from '../contract/search.ts';
import { CardsAnswer, SessionAnswer } from '../contract/session.ts';
import { UnderstandAnswer, UnderstandRequest } from '../contract/understand.ts';
import {
  anywhere,
  changedMeanwhile,
  headers,
  invalid,
  invalidBody,
  refusals,
  strangePage,
  tooBusy,
  unknownOffer,
  unknownPlace,
  unknownSession,
  withHeaders,
  type Responses,
} from './openapi-responses.ts';
import { componentSchemas, reference, type JsonSchema } from './openapi-schemas.ts';

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly responses: Responses;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const requests = [ChatRequest, SearchRequest, UnderstandRequest] as const;
const probes = ['/health/live', '/health/ready'];
const operations = ['/health/async', '/metrics'];

const json = (schema: z.ZodType) => ({ 'application/json': { schema: reference(schema) } });

const get = (
  summary: string,
  description: string,
  answer: z.ZodType,
  more: Pick<Operation, 'parameters'> & { refused?: Responses } = {},
): Operation => {
  const { refused, ...others } = more;
  return { summary, ...others, responses: { '200': { description, content: json(answer) }, ...refused } };
};

const post = (summary: string, request: z.ZodType, answer: z.ZodType, events?: z.ZodType): Operation => ({
  summary,
  requestBody: { required: true, content: json(request) },
  responses: {
    '200': {
      description: events
        ? 'The answer, or with `Accept: text/event-stream` the events of the turn, the answer in the last one.'
        : 'The answer.',
      content: { ...json(answer), ...(events ? { 'text/event-stream': { schema: stream(events) } } : {}) },
    },
    ...invalidBody,
  },
});

/** OpenAPI 3.1 knows streams as texts only: what is in the text is told as JSON Schema tells it of encoded ones. */
const stream = (event: z.ZodType): JsonSchema => ({
  type: 'string',
  description:
    'Server-sent events: `event` is the name of each, `data` its JSON on one line. Comments keep the connection open.',
  contentMediaType: 'text/event-stream',
  contentSchema: { type: 'array', items: reference(event) },
});

const chat = (summary: string): Operation => {
  const { responses, ...rest } = post(summary, ChatRequest, ChatAnswer, TurnEvent);
  return { ...rest, responses: { ...responses, ...unknownSession, ...changedMeanwhile } };
};

const health = (summary: string): Operation =>
  get(summary, 'Healthy.', HealthAnswer, {
    refused: { '503': { description: 'Unhealthy.', content: json(HealthAnswer) } },
  });

/** One parameter for each property of the query's schema. */
const calendarParameters = (() => {
  const { properties = {}, required = [] } = z.toJSONSchema(CalendarQuery, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
})();

const placesParameters = [
  { name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 100 } },
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 8 } },
];

/** JSON-RPC, whose methods and tools the protocol lists itself. */
const mcp: Operation = (() => {
  const schema = { type: 'object', required: ['jsonrpc', 'method'] };
  return {
    summary:
      'The tools for a model, by the Model Context Protocol (streamable HTTP); `tools/list` describes them',
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      '200': {
        description: 'The result or the error of the call; as events where it tells of its progress.',
        content: {
          'application/json': { schema: { type: 'object' } },
          'text/event-stream': { schema: { type: 'string' } },
        },
      },
      '202': { description: 'A notification was taken.' },
      ...invalidBody,
      ...strangePage,
      '406': { description: 'The client takes no JSON or no events.' },
    },
  };
})();

const ofSession = (() => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(SessionId);
  return {
    parameters: [{ name: 'id', in: 'path', required: true, schema }],
    refused: { ...invalid, ...unknownSession },
  };
})();

const ofOffer = {
  parameters: [
    {
      name: 'offer_id',
      in: 'path',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 500 },
    },
    { ...ofSession.parameters[0], name: 'session_id', in: 'query' },
  ],
  refused: { ...invalid, ...unknownOffer },
};

const paths: Paths = {
  '/chat': { post: chat('One turn, in the mode the rollout chooses') },
  '/chat/async': { post: chat('One turn, all sources at once') },
  '/chat/sync': { post: chat('One turn, one source after another') },
  '/search': { post: post('Search a trip', SearchRequest, SearchAnswer, SearchEvent) },
  '/understand': {
    post: post('Read a message without a conversation', UnderstandRequest, UnderstandAnswer),
  },
  '/places': {
    get: get('Complete the name or code of a place', 'Likeliest first.', PlacesAnswer, {
      parameters: placesParameters,
      refused: invalid,
    }),
  },
  '/calendar': {
    get: get(
      'The cheapest price of every day of a month',
      'A day for a day; of paid sources only some are known.',
      CalendarAnswer,
      { parameters: calendarParameters, refused: { ...invalid, ...unknownPlace } },
    ),
  },
  '/sessions/{id}': {
    get: get('The transcript and the trip of a conversation', 'The conversation.', SessionAnswer, ofSession),
    delete: {
      summary: 'Forget a conversation',
      parameters: ofSession.parameters,
      responses: { '204': { description: 'Forgotten.' }, ...invalidBody, ...unknownSession },
    },
  },
  '/sessions/{id}/cards': {
    get: get('Every card of a conversation, from the offers it holds', 'Best first.', CardsAnswer, ofSession),
  },
  '/offers/{offer_id}': {
    get: get(
      'Ask the source again for an offer of a conversation',
      'Whether it is still sold, and for how much.',
      OfferCheckAnswer,
      ofOffer,
    ),
  },
  '/mcp': { post: mcp },
  '/health/live': { get: health('The process runs') },
  '/health/ready': { get: health('The process takes turns') },
  '/health/async': { get: health('Every part and how it is') },
  '/metrics': {
    get: {
      summary: 'Prometheus metrics',
      responses: {
        '200': { description: 'Text.', content: { 'text/plain': { schema: { type: 'string' } } } },
      },
    },
  },
};

/** The description of the HTTP face, made from the schemas that validate it. */
export const createOpenApi = (version: string): JsonSchema => ({
  openapi: '3.1.0',
  info: {
    title: 'Windrose',
    version,
    description: 'A travel agent that finds flights from what travellers write.',
  },
  paths: Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [method, whole(path, operation)]),
      ),
    ]),
  ),
  components: {
    schemas: componentSchemas(requests),
    headers,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
    },
  },
});

/**
 * An operation with what a client needs to come in, how it may be refused, and the heads of its answers; see guardAccess and shedWhenDrowning.
 * Keys are needed only where they are set: `{}`.
 */
function whole(path: string, operation: Operation): Operation & { security?: readonly JsonSchema[] } {
  const isProbe = probes.includes(path);
  const added = isProbe ? {} : operations.includes(path) ? refusals : { ...refusals, ...tooBusy };
  const names = [
    'x-request-id',
    ...(path.startsWith('/chat') ? ['x-search-mode'] : []),
    ...(isProbe ? [] : ['ratelimit-policy']),
  ];
  const responses = Object.fromEntries(
    Object.entries({ ...operation.responses, ...added, ...anywhere }).map(([status, response]) => [
      status,
      withHeaders(response, ...names),
    ]),
  );
  return { ...operation, responses, ...(isProbe ? {} : { security: [{}, { bearer: [] }, { key: [] }] }) };
}
