import type { FastifyInstance } from 'fastify';
import { problemOf, sendProblem } from './problem.ts';

/**
 * Refuses with a problem what Node itself would refuse without a word: a request of HTTP/1.1 that names no host, or two (RFC 9112, 3.2), and one
 * that expects what we do not do (RFC 9110, 10.1.1). The server has to be made with `requireHostHeader: false`.
 */
export function refuseHeads(server: FastifyInstance): void {
  // Without a listener Node answers by itself; as a request it passes the hooks that count it and give it an id.
  server.server.on('checkExpectation', (request, response) =>
    server.server.emit('request', request, response),
  );
  server.addHook('onRequest', async ({ headers, raw, id }, reply) => {
    if (raw.httpVersion === '1.1' && headers.host === undefined) {
      await sendProblem(reply, problemOf('invalid_request', 'The request does not name a host.', id));
      return reply;
    }
    // Node keeps the first, and a proxy in between may have gone by the other.
    if (namesTwoHosts(raw.rawHeaders)) {
      await sendProblem(reply, problemOf('invalid_request', 'The request names a host twice.', id));
      return reply;
    }
    if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') {
      const detail = 'Nothing but “100-continue” can be expected here.';
      await sendProblem(reply, { ...problemOf('invalid_request', detail, id), status: 417 });
      return reply;
    }
    return undefined;
  });
}

/** Of the lines of a head, names and values in turn. */
function namesTwoHosts(lines: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < lines.length; at += 2) {
    const name = lines[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}
