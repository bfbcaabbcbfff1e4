import type { Dispatcher } from 'undici';

/** An answer of which the whole body has come. */
export interface WholeAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** In memory that nobody else uses any more, so that it may be handed to another thread. */
  readonly body: Uint8Array<ArrayBuffer>;
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
  { signal, mostBytes }: { readonly signal: AbortSignal; readonly mostBytes: number },
): Promise<WholeAnswer> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<WholeAnswer>();
  let running: Dispatcher.DispatchController | undefined;
  let head: Pick<WholeAnswer, 'statusCode' | 'headers'> | undefined;
  let pieces: Buffer<ArrayBuffer>[] = [];
  let length = 0;
  let headMemory: ArrayBufferLike | undefined;

  const giveUp = (error: Error): void => {
    signal.removeEventListener('abort', onAbort);
    reject(error);
    running?.abort(error);
  };
  const onAbort = () => giveUp(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });

  dispatcher.dispatch(options, {
    onRequestStart(controller) {
      if (signal.aborted) controller.abort(signal.reason as Error);
      else running = controller;
    },
    onResponseStart(controller, statusCode, headers) {
      headMemory = memoryOf(controller.rawHeaders);
      // They lie in what came from the socket and would keep it: a request that waited is older than what most collections look at.
      controller.rawHeaders = null;
      head = { statusCode, headers };
      if (Number(headers['content-length'] ?? 0) > mostBytes) giveUp(new BodyTooLongError(mostBytes));
    },
    onResponseData(_controller, piece) {
      length += piece.length;
      if (length > mostBytes) giveUp(new BodyTooLongError(mostBytes));
      else pieces.push(piece as Buffer<ArrayBuffer>);
    },
    onResponseEnd() {
      signal.removeEventListener('abort', onAbort);
      if (head) resolve({ ...head, body: joined(pieces, length, headMemory) });
      pieces = [];
      headMemory = undefined;
    },
    onResponseError(_controller, error) {
      signal.removeEventListener('abort', onAbort);
      reject(error);
    },
  });
  return promise;
}

/**
 * What came in one piece behind its own head stays where it lies: that memory was got for this answer, and nobody reads it again. HTTP/2
 * cuts the pieces of many answers out of the same memory; its heads lie elsewhere.
 */
function joined(
  pieces: readonly Buffer<ArrayBuffer>[],
  length: number,
  headMemory: ArrayBufferLike | undefined,
): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (first?.length === length && first.buffer === headMemory) return first;
  // Not filled with zeros first, which takes as long as receiving the bytes.
  const whole = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Where the head lies as it came; undefined where it is not kept as bytes. */
function memoryOf(rawHeaders: Dispatcher.DispatchController['rawHeaders']): ArrayBufferLike | undefined {
  const first: unknown = Array.isArray(rawHeaders) ? rawHeaders[0] : undefined;
  return first instanceof Uint8Array ? first.buffer : undefined;
}
