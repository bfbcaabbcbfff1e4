import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Problem } from '../contract/problem.ts';
import { answerHeaders } from './answer-headers.ts';

type Code = Problem['code'];

const kinds: Readonly<Record<Code, { status: number; title: string; retryable?: true }>> = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  invalid_json: { status: 400, title: 'The body is not JSON' },
  unauthorized: { status: 401, title: 'A key is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'There is nothing here' },
  session_not_found: { status: 404, title: 'Session not found' },
  offer_not_found: { status: 404, title: 'Offer not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body must be JSON' },
  unprocessable: { status: 422, title: 'The request cannot be processed' },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  overloaded: { status: 503, title: 'Too busy', retryable: true },
  unavailable: { status: 503, title: 'Not available', retryable: true },
  internal: { status: 500, title: 'Something went wrong', retryable: true },
};

/** An answer that is a problem; thrown in a route, written by the error handler. */
export class ProblemError extends Error {
  readonly code: Code;
  readonly errors: Problem['errors'];
  /** What the answer says in its head. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: Code,
    detail: string,
    errors: Problem['errors'] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

export function problemOf(
  code: Code,
  detail: string,
  requestId: string,
  errors: Problem['errors'] = [],
): Problem {
  const { status, title, retryable = false } = kinds[code];
  const type = `/problems/${code.replaceAll('_', '-')}`;
  return { type, title, status, detail, code, errors, request_id: requestId, retryable };
}

export async function sendProblem(reply: FastifyReply, problem: Problem): Promise<void> {
  if ((problem.status === 503 || problem.status === 429) && !reply.hasHeader('retry-after'))
    reply.header('retry-after', '1');
  await reply
    .headers(answerHeaders)
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

/** The value of a request's part by its schema; every field that is wrong is named. */
export function parsePart<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  const [first] = errors;
  throw new ProblemError(
    'invalid_request',
    first ? `${first.field || 'body'}: ${first.message}` : 'The request is not valid',
    errors,
  );
}

/** Fastify's own refusals by their code; everything else that is thrown is a bug and tells nothing of itself. */
const refusals: Readonly<Record<string, [Code, string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid_json', 'The body cannot be read as JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid_json', 'The body is empty; it should be JSON.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload_too_large', 'The body is larger than a message can be.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'Send the body as application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid_request', 'The content-length does not fit the body.'],
};

export function problemFromError(error: FastifyError | ProblemError, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) return problemOf(error.code, error.message, request.id, error.errors);
  if (error.name === 'StoreUnavailable')
    return problemOf(
      'unavailable',
      'What is kept cannot be reached at the moment. Please try again.',
      request.id,
    );
  const known = refusals[error.code];
  if (known) return problemOf(known[0], known[1], request.id);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return problemOf('invalid_request', 'The request cannot be understood.', request.id);
  return problemOf('internal', 'Something went wrong on our side. Please try again.', request.id);
}
