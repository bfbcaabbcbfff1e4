import { z } from 'zod';
import { ChatAnswer, ChatRequest } from '../contract/chat.ts';
import { CalendarAnswer, CalendarQuery } from '../contract/calendar.ts';
import { HealthAnswer } from '../contract/health.ts';
import { PlacesAnswer } from '../contract/place.ts';
import { Problem } from '../contract/problem.ts';
import { SearchAnswer, SearchRequest } from '../contract/search.ts';
import { CardsAnswer, SessionAnswer } from '../contract/session.ts';
import { UnderstandAnswer, UnderstandRequest } from '../contract/understand.ts';

type JsonSchema = Record<string, unknown>;

const idOf = (schema: z.ZodType): string => z.globalRegistry.get(schema)?.id ?? '';
const reference = (schema: z.ZodType): JsonSchema => ({ $ref: `#/components/schemas/${idOf(schema)}` });
const json = (schema: z.ZodType): JsonSchema => ({ 'application/json': { schema: reference(schema) } });

/** Schemas of what is sent to us, where fields may be left out; the others describe what we send. */
const requests = [ChatRequest, SearchRequest, UnderstandRequest] as const;

const problem = (description: string): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema: reference(Problem) } },
});

const problems = {
  '400': problem('The request is not valid; the fields are named.'),
  '413': problem('The body is too large.'),
  '415': problem('The body is not JSON.'),
  '500': problem('Something went wrong on our side.'),
};

/** What every route may answer that is not for probes; see guardAccess and shedWhenDrowning. */
const refusals = {
  '401': problem('A key is needed; only where keys are set.'),
  '429': problem('Too many requests of this client; `retry-after` says when to come again.'),
};
const shed = { '503': problem('Too busy; `retry-after` says when to come again.') };
const probes = ['/health/live', '/health/ready'];
const operations = ['/health/async', '/metrics'];

const post = (summary: string, request: z.ZodType, answer: z.ZodType, streams = false): JsonSchema => ({
  post: {
    summary,
    requestBody: { required: true, content: json(request) },
    responses: {
      '200': {
        description: streams
          ? 'The answer, or with `Accept: text/event-stream` the events of the turn, the answer in the last one.'
          : 'The answer.',
        content: {
          ...json(answer),
          ...(streams ? { 'text/event-stream': { schema: { type: 'string' } } } : {}),
        },
      },
      ...(request === ChatRequest ? { '404': problem('The session is unknown or has expired.') } : {}),
      ...problems,
    },
  },
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

const pathId = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** The description of the HTTP face, made from the schemas that validate it. */
export function createOpenApi(version: string): JsonSchema {
  const chat = (summary: string) => post(summary, ChatRequest, ChatAnswer, true);
  const health = (summary: string) => ({
    get: {
      summary,
      responses: {
        '200': { description: 'Healthy.', content: json(HealthAnswer) },
        '503': { description: 'Unhealthy.', content: json(HealthAnswer) },
      },
    },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Windrose',
      version,
      description: 'A travel agent that finds flights from what travellers write.',
    },
    paths: guarded({
      '/chat': chat('One turn, in the mode the rollout chooses'),
      '/chat/async': chat('One turn, all sources at once'),
      '/chat/sync': chat('One turn, one source after another'),
      '/search': post('Search a trip', SearchRequest, SearchAnswer, true),
      '/understand': post('Read a message without a conversation', UnderstandRequest, UnderstandAnswer),
      '/places': {
        get: {
          summary: 'Complete the name or code of a place',
          parameters: [
            {
              name: 'q',
              in: 'query',
              required: true,
              schema: { type: 'string', minLength: 1, maxLength: 100 },
            },
            { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 8 } },
          ],
          responses: {
            '200': { description: 'Likeliest first.', content: json(PlacesAnswer) },
            '400': problems['400'],
          },
        },
      },
      '/calendar': {
        get: {
          summary: 'The cheapest price of every day of a month',
          parameters: calendarParameters,
          responses: {
            '200': {
              description: 'A day for a day; of paid sources only some are known.',
              content: json(CalendarAnswer),
            },
            '400': problems['400'],
            '404': problem('An airport or city is not known.'),
          },
        },
      },
      '/sessions/{id}': {
        get: {
          summary: 'The transcript and the trip of a conversation',
          parameters: [pathId],
          responses: {
            '200': { description: 'The conversation.', content: json(SessionAnswer) },
            '404': problem('The session is unknown or has expired.'),
          },
        },
        delete: {
          summary: 'Forget a conversation',
          parameters: [pathId],
          responses: {
            '204': { description: 'Forgotten.' },
            '404': problem('The session is unknown or has expired.'),
          },
        },
      },
      '/sessions/{id}/cards': {
        get: {
          summary: 'Every card of a conversation, from the offers it holds',
          parameters: [pathId],
          responses: {
            '200': { description: 'Best first.', content: json(CardsAnswer) },
            '404': problem('The session is unknown or has expired.'),
          },
        },
      },
      '/health/live': health('The process runs'),
      '/health/ready': health('The process takes turns'),
      '/health/async': health('Every part and how it is'),
      '/metrics': {
        get: {
          summary: 'Prometheus metrics',
          responses: {
            '200': { description: 'Text.', content: { 'text/plain': { schema: { type: 'string' } } } },
          },
        },
      },
    }),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
    },
  };
}

type Paths = Readonly<Record<string, JsonSchema>>;

/** The paths with what a client needs to come in, and how it may be refused. Keys are needed only where they are set: `{}`. */
function guarded(paths: Paths): Paths {
  const security = [{}, { bearer: [] }, { key: [] }];
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => {
      if (probes.includes(path)) return [path, methods];
      const added = { ...refusals, ...(operations.includes(path) ? {} : shed) };
      const all = Object.entries(methods as Record<string, { responses: JsonSchema }>).map(
        ([method, operation]) =>
          [method, { ...operation, security, responses: { ...operation.responses, ...added } }] as const,
      );
      return [path, Object.fromEntries(all)];
    }),
  );
}

function componentSchemas(): Record<string, JsonSchema> {
  const convert = (io: 'input' | 'output') =>
    z.toJSONSchema(z.globalRegistry, {
      io,
      uri: (id) => `#/components/schemas/${id}`,
      unrepresentable: 'any',
    }).schemas as Record<string, JsonSchema>;
  const [inputs, outputs] = [convert('input'), convert('output')];
  const asked = new Set(requests.map(idOf));
  return Object.fromEntries(
    Object.entries(outputs).map(([id, schema]) => {
      const { $schema: _dialect, $id: _id, ...rest } = asked.has(id) ? (inputs[id] ?? schema) : schema;
      return [id, rest];
    }),
  );
}
