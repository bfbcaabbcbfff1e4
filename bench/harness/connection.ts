import { connect } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** One kept-alive connection to a server of HTTP/1.1 on this machine, for one request at a time. */
export interface Connection extends Disposable {
  /** Fails where nobody listens, or not in time. */
  readonly opened: Promise<undefined>;
  /** Sends a request as it is; fails where the connection ends or no whole answer has come in time. */
  send(request: Buffer): Promise<Answer>;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Opens a connection. Knows of HTTP what the answers of chat servers need, a status and a length: a whole client takes a quarter of a
 * millisecond and more of a burst's processor time for each answer, from the machine that makes it.
 */
export function openConnection(url: string, timeoutMs: number): Connection {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const opening = Promise.withResolvers<undefined>();
  let waiting: Waiting | undefined;
  let received: Buffer[] = [];
  let missing = Infinity;
  let head = '';

  function settle(end: (waiting: Waiting) => void): void {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    const ended = waiting;
    waiting = undefined;
    end(ended);
  }

  function fail(error: Error): void {
    opening.reject(error);
    settle(({ reject }) => reject(error));
  }

  const endIn = (what: string) =>
    setTimeout(() => socket.destroy(new Error(`${what} in ${timeoutMs} ms`)), timeoutMs);

  const openingTimer = endIn('no connection');
  socket.on('connect', () => {
    clearTimeout(openingTimer);
    opening.resolve(undefined);
  });

  socket.on('data', (chunk: Buffer) => {
    received.push(chunk);
    if (head === '') {
      const all = received.length === 1 ? chunk : Buffer.concat(received);
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return;
      head = all.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined) {
        socket.destroy(new Error(`an answer without a length: ${head}`));
        return;
      }
      received = [all.subarray(end + 4)];
      missing = Number(length) - (all.length - end - 4);
    } else missing -= chunk.length;
    if (missing > 0) return;
    const answer = { status: Number(head.slice(9, 12)), body: Buffer.concat(received) };
    received = [];
    head = '';
    settle(({ resolve }) => resolve(answer));
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was closed')));

  return {
    opened: opening.promise,
    send(request) {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting = { resolve, reject, timer: endIn('no answer') };
      if (socket.destroyed) fail(new Error('the connection is closed'));
      else socket.write(request);
      return promise;
    },
    [Symbol.dispose]() {
      clearTimeout(openingTimer);
      socket.destroy();
    },
  };
}
