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
export function refuseConnection(error: Error & { code?: string }, socket: Socket, requestId: string): void {
  if (socket.destroyed) return;
  const refusal = refusalOf(error);
  // A client that closed its side, or an answer that already began, is told nothing more.
  if (!refusal || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const { status, reason, detail } = refusal;
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
