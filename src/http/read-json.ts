import { isUtf8 } from 'node:buffer';
import { MIMEType } from 'node:util';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

/**
 * Takes bodies as JSON in UTF-8 (RFC 8259, 8.1) and in nothing else: what is read in another charset than it was written in says something
 * else. Many clients call every request JSON, also one without a body; only a POST reads its body, and only there an empty one is a mistake.
 */
export function readJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['text/plain', 'application/json']);
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const refusal = refusalOf(request, body);
    if (refusal) done(refusal);
    else if (body.length === 0 && request.method !== 'POST') done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

const utf8 = /^utf-?8$/iu;
/** Codings that leave a body as it is; what is sent twice comes with a comma. */
const plain = /^[ ,]*(?:identity[ ,]*)*$/iu;

function refusalOf({ headers }: FastifyRequest, body: Buffer): ProblemError | undefined {
  if (body.length > 0 && !plain.test(headers['content-encoding'] ?? ''))
    return new ProblemError('unsupported_media_type', 'Send the body as it is, without a coding.', [], {
      // As RFC 9110, 12.5.3 has it: what would have been taken.
      'accept-encoding': 'identity',
    });
  const charset = new MIMEType(headers['content-type'] ?? 'application/json').params.get('charset');
  if (charset !== null && !utf8.test(charset))
    return new ProblemError('unsupported_media_type', 'Send the body in UTF-8.');
  return isUtf8(body) ? undefined : new ProblemError('invalid_json', 'The body is not valid UTF-8.');
}
