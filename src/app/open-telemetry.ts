import { randomUUID } from 'node:crypto';
import type { TelemetryConfig } from '../platform/config/telemetry.ts';
import { createErrorSink, noErrorSink, type ErrorSink } from '../platform/error-sink/error-sink.ts';
import { shapesOf } from '../platform/error-sink/error-shape.ts';
import type { Log } from '../platform/log.ts';
import { openTraces } from '../platform/traces/open-traces.ts';
import type { Traces } from '../platform/traces/traces.ts';

/** Where spans and errors go. Disposed last, so that what happens while the rest closes is told too. */
export interface Telemetry extends AsyncDisposable {
  readonly traces: Traces;
  readonly sink: ErrorSink;
}

export interface TelemetryParts {
  readonly config: TelemetryConfig;
  readonly version: string;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  readonly nowMs: () => number;
}

export async function openTelemetry({
  config,
  version,
  log,
  now,
  nowMs,
}: TelemetryParts): Promise<Telemetry> {
  const { otlpEndpoint: endpoint, serviceName, errorSink } = config;
  await using stack = new AsyncDisposableStack();
  const traces = stack.use(
    await openTraces({
      endpoint,
      serviceName,
      version,
      onLost: ({ spans, error }) =>
        log.warn(
          { spans, error: shapesOf(error).map(({ type, code }) => code ?? type) },
          'traces do not reach OTEL_EXPORTER_OTLP_ENDPOINT; said once until they do again',
        ),
    }),
  );
  const sink = stack.use(
    errorSink
      ? createErrorSink({
          ...errorSink,
          version,
          now,
          nowMs,
          newEventId: () => randomUUID().replaceAll('-', ''),
          onLost: (why) => log.debug({ why }, 'error not told to the sink'),
        })
      : noErrorSink,
  );
  const owned = stack.move();
  return { traces, sink, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
