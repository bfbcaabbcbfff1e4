import type { Dispatcher } from 'undici';

/** An answer of which the whole body has come. */
export interface WholeAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Memory of its own, so that it may be handed to another thread. */
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
  let body = new Uint8Array();
  let length = 0;

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
    onResponseStart(_controller, statusCode, headers) {
      head = { statusCode, headers };
      const promised = Number(headers['content-length'] ?? 0);
      if (promised > mostBytes) giveUp(new BodyTooLongError(mostBytes));
      else body = new Uint8Array(promised);
    },
    onResponseData(_controller, chunk) {
      const end = length + chunk.length;
      if (end > mostBytes) {
        giveUp(new BodyTooLongError(mostBytes));
        return;
      }
      if (end > body.length) body = grown(body.subarray(0, length), end);
      body.set(chunk, length);
      length = end;
    },
    onResponseEnd() {
      signal.removeEventListener('abort', onAbort);
      if (head) resolve({ ...head, body: length === body.length ? body : body.slice(0, length) });
    },
    onResponseError(_controller, error) {
      signal.removeEventListener('abort', onAbort);
      reject(error);
    },
  });
  return promise;
}

/** The bytes in a memory that holds `least` and as many again. */
function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(least * 2);
  larger.set(bytes);
  return larger;
}
