import type { Dispatcher } from 'undici';

/** An answer of which the whole body has come. */
export interface WholeAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** In memory that nobody else uses any more, so that it may be handed to another thread. */
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface AnswerLimits {
  readonly signal: AbortSignal;
  readonly mostBytes: number;
  /** Is handed what gives the call up with an error, as the signal does. */
  readonly onStart?: (giveUp: (error: Error) => void) => void;
}

/** An answer that is longer than anything we would ask for. */
export class BodyTooLongError extends Error {
  constructor(mostBytes: number) {
    super(`the answer is longer than ${mostBytes} bytes`);
    this.name = 'BodyTooLongError';
  }
}

/**
 * Sends one request and gathers its answer. A stream of the body, which undici's `request` makes, is of no use to whoever waits for the end
 * of it. Rejects with the signal's reason as soon as it aborts, also while the request waits for a connection.
 */
export function wholeAnswer(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  { signal, mostBytes, onStart }: AnswerLimits,
): Promise<WholeAnswer> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<WholeAnswer>();
  let running: Dispatcher.DispatchController | undefined;
  let givenUp: Error | undefined;
  let head: Pick<WholeAnswer, 'statusCode' | 'headers'> | undefined;
  let body = nothing;
  let length = 0;
  let promised = 0;
  let headMemory: ArrayBufferLike | undefined;

  const giveUp = (error: Error): void => {
    signal.removeEventListener('abort', onAbort);
    givenUp = error;
    reject(error);
    running?.abort(error);
  };
  const onAbort = () => giveUp(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  onStart?.(giveUp);

  dispatcher.dispatch(options, {
    onRequestStart(controller) {
      if (givenUp) controller.abort(givenUp);
      else running = controller;
    },
    onResponseStart(controller, statusCode, headers) {
      headMemory = memoryOf(controller.rawHeaders);
      // They lie in what came from the socket and would keep it: a request that waited is older than what most collections look at.
      controller.rawHeaders = null;
      head = { statusCode, headers };
      promised = Number(headers['content-length'] ?? 0);
      if (promised > mostBytes) giveUp(new BodyTooLongError(mostBytes));
    },
    onResponseData(_controller, piece) {
      const end = length + piece.length;
      if (end > mostBytes) {
        giveUp(new BodyTooLongError(mostBytes));
        return;
      }
      // All of it behind its own head stays where it lies: that memory was got for this answer, and nobody reads it again. HTTP/2 cuts the
      // pieces of many answers out of the same memory; its heads lie elsewhere.
      if (piece.length === promised && piece.buffer === headMemory) body = piece as Buffer<ArrayBuffer>;
      else {
        if (end > body.length) body = grown(body.subarray(0, length), end <= promised ? promised : end * 2);
        body.set(piece, length);
      }
      length = end;
    },
    onResponseEnd() {
      signal.removeEventListener('abort', onAbort);
      if (head)
        resolve({ ...head, body: length === body.length ? body : new Uint8Array(body.subarray(0, length)) });
      body = nothing;
      headMemory = undefined;
    },
    onResponseError(_controller, error) {
      signal.removeEventListener('abort', onAbort);
      reject(error);
    },
  });
  return promise;
}

const nothing = new Uint8Array();

/** The bytes in memory of so many; it is not filled with zeros first, which takes as long as receiving it. */
function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
  larger.set(bytes);
  return larger;
}

/** Where the head lies as it came; undefined where it is not kept as bytes. */
function memoryOf(rawHeaders: Dispatcher.DispatchController['rawHeaders']): ArrayBufferLike | undefined {
  const first: unknown = Array.isArray(rawHeaders) ? rawHeaders[0] : undefined;
  return first instanceof Uint8Array ? first.buffer : undefined;
}
