import { Problem } from '../contract/problem.ts';
import { SearchMode } from '../contract/search.ts';
import { reference, type JsonSchema } from './openapi-schemas.ts';

interface Header {
  readonly description: string;
  readonly required?: true;
  readonly schema: JsonSchema;
}

/** Heads of answers that a client may read, by name. */
export const headers: Readonly<Record<string, Header>> = {
  'x-request-id': {
    description: 'Names this request in logs and problems.',
    required: true,
    schema: { type: 'string' },
  },
  'x-search-mode': {
    description: 'The mode that the turn runs in, or would have.',
    schema: { type: 'string', enum: SearchMode.options },
  },
  'retry-after': {
    description: 'Seconds until it is worth asking again.',
    schema: { type: 'integer', minimum: 1 },
  },
  'ratelimit-policy': {
    description: 'How often this client may ask; where a limit is set.',
    schema: { type: 'string' },
  },
  ratelimit: { description: 'What is left of it, once it is used up.', schema: { type: 'string' } },
  'www-authenticate': { description: 'How to show a key.', schema: { type: 'string' } },
  allow: { description: 'The methods of this path, with 405.', schema: { type: 'string' } },
};

export interface Response {
  readonly description: string;
  readonly content?: JsonSchema;
  readonly headers?: Readonly<Record<string, JsonSchema>>;
}
export type Responses = Readonly<Record<string, Response>>;

/** The response with these heads. */
export const withHeaders = (response: Response, ...names: readonly (keyof typeof headers)[]): Response => ({
  ...response,
  headers: {
    ...response.headers,
    ...Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  },
});

const problem = (description: string): Response => ({
  description,
  content: { 'application/problem+json': { schema: reference(Problem) } },
});

export const invalid = { '400': problem('The request is not valid; the fields are named.') };

/** What a body may be refused for. */
export const invalidBody = {
  ...invalid,
  '413': problem('The body is too large.'),
  '415': problem('The body is not JSON.'),
};

/** What the tools for a model are refused for besides. */
export const strangePage = { '403': problem('A page of another origin sent it.') };
export const unknownSession = { '404': problem('The session is unknown or has expired.') };
export const unknownOffer = {
  '404': problem('The session is unknown or has expired, or holds no offer with this id.'),
};
export const unknownPlace = { '404': problem('An airport or city is not known.') };
export const changedMeanwhile = {
  '409': problem('The conversation was changed meanwhile; sending the message again may help.'),
};

/** What every route may come to. */
export const anywhere = {
  '500': problem('Something went wrong on our side.'),
  default: withHeaders(
    problem(
      'Any other refusal, by its status: 405 of a method that the path has not, 408 and 431 of a head that is too slow or too large.',
    ),
    'allow',
  ),
};

/** What every route may answer that is not for probes. */
export const refusals = {
  '401': withHeaders(problem('A key is needed; only where keys are set.'), 'www-authenticate'),
  '429': withHeaders(problem('Too many requests of this client.'), 'retry-after', 'ratelimit'),
};

export const tooBusy = {
  '503': withHeaders(problem('Too busy, or what is kept cannot be reached at the moment.'), 'retry-after'),
};
