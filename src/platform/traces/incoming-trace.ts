import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  trace,
  type Context,
  type SpanContext,
} from '@opentelemetry/api';

/** What clients say about the traces that their requests are part of. */
export interface IncomingTrace extends Disposable {
  /** Where a new span belongs: below the active one, otherwise below the client's. */
  parent(): Context;
}

/** What Fastify tells around every handler. */
interface Handled {
  readonly request: { readonly headers: Readonly<Record<string, string | string[] | undefined>> };
}

/** Reads `traceparent` of every request from outside the HTTP face, by the channel on which Fastify tells of its handlers. */
export function followIncomingTraces(): IncomingTrace {
  const remote = new AsyncLocalStorage<SpanContext | undefined>();
  const handlers = channel('tracing:fastify.request.handler:start');
  handlers.bindStore(remote, (handled) => parseTraceparent((handled as Handled).request.headers.traceparent));
  return {
    parent() {
      const active = context.active();
      const client = trace.getSpan(active) ? undefined : remote.getStore();
      return client ? trace.setSpanContext(ROOT_CONTEXT, client) : active;
    },
    [Symbol.dispose]() {
      handlers.unbindStore(remote);
    },
  };
}

/** https://www.w3.org/TR/trace-context/#traceparent-header; undefined where the header is missing or not valid. */
export function parseTraceparent(header: string | string[] | undefined): SpanContext | undefined {
  if (typeof header !== 'string') return undefined;
  const [, version, traceId = '', spanId = '', flags = '', more] =
    /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/u.exec(header.trim()) ?? [];
  // Later versions may say more; this one must not, and ff is none.
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  const known = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(known) ? known : undefined;
}
