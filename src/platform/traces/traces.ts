import type { Context, Tracer } from '@opentelemetry/api';

/** Where spans are made. Disposing sends what is still held, for a bounded time. */
export interface Traces extends AsyncDisposable {
  readonly tracer: Tracer;
  /** Where a new span belongs: below the active one, otherwise below the client's. */
  readonly parent: () => Context;
}

/** Spans that did not reach the collector. */
export interface LostSpans {
  readonly spans: number;
  readonly error: unknown;
}
