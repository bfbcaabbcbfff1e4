import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerHeaders } from './answer-headers.ts';
import { problemOf } from './problem.ts';

interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly detail: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    detail: 'The request took too long to arrive.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    detail: 'The head of the request is too large.',
  },
};
const unreadable: Refusal = { status: 400, reason: 'Bad Request', detail: 'The request is not HTTP.' };

/** What is wrong with what came over a connection; undefined where nothing more came because the client went away. */
export const refusalOf = ({ code = '' }: Error & { code?: string }): Refusal | undefined =>
  code === 'ECONNRESET' ? undefined : (refusals[code] ?? unreadable);

/** Answers what never became a request, and lets the connection go. */
export interface ConnectionRefusals {
  /** What Node calls with whatever it cannot read. */
  readonly refuse: (error: Error & { code?: string }, socket: Socket) => void;
  /** To be called before the server listens: what was asked before on a connection is answered before it is refused. */
  readonly watch: (server: Server) => void;
}

export function createConnectionRefusals(newRequestId: () => string): ConnectionRefusals {
  /** The answers that each connection still owes. */
  const owed = new WeakMap<Socket, Set<ServerResponse>>();
  const refused = new WeakSet<Socket>();

  async function refuse(error: Error & { code?: string }, socket: Socket): Promise<void> {
    // One that goes on sending is refused again and again.
    if (socket.destroyed || refused.has(socket)) return;
    refused.add(socket);
    const refusal = refusalOf(error);
    const answers = [...(owed.get(socket) ?? [])];
    // Requests in full, and behind them what is none (RFC 9112, 9.3.2): the answers go out in order.
    const before = answers.filter(({ req }) => req.complete);
    if (refusal)
      await Promise.all(before.map((answer) => new Promise((resolve) => answer.once('close', resolve))));
    // A client that closed its side, or an answer that has begun, is told nothing more.
    const begun = answers.some(({ req, headersSent }) => !req.complete && headersSent);
    if (!refusal || !socket.writable || begun) socket.destroy();
    else answer(refusal, socket, newRequestId());
  }

  return {
    refuse: (error, socket) => void refuse(error, socket),
    watch(server) {
      server.on('request', ({ socket }, response) => {
        const answers = owed.get(socket) ?? new Set();
        owed.set(socket, answers.add(response));
        response.once('close', () => answers.delete(response));
      });
    },
  };
}

function answer({ status, reason, detail }: Refusal, socket: Socket, requestId: string): void {
  const body = JSON.stringify({
    ...problemOf('invalid_request', detail, requestId),
    status,
    retryable: status === 408,
  });
  const headers = {
    ...answerHeaders,
    'x-request-id': requestId,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  // Destroyed and not only ended: a client that is slow in sending would be as slow in closing.
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
