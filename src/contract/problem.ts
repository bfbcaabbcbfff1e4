import { z } from 'zod';

export const problemCodes = [
  'invalid_request',
  'invalid_json',
  'unauthorized',
  'forbidden',
  'not_found',
  'session_not_found',
  'offer_not_found',
  'method_not_allowed',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
  'unprocessable',
  'rate_limited',
  'overloaded',
  'unavailable',
  'internal',
] as const;

/** RFC 9457 problem details, the shape of every error. */
export const Problem = z
  .object({
    type: z.string().describe('Path of the problem type: /problems/ and the code in kebab case.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('For a person.'),
    code: z.enum(problemCodes),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
    request_id: z.string(),
    retryable: z.boolean(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
