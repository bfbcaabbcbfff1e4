import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { followIncomingTraces } from './incoming-trace.ts';
import type { LostSpans, Traces } from './traces.ts';

/** A collector that is away costs a shutdown no more than this. */
const exportTimeoutMs = 3000;

/**
 * Spans in batches by OTLP over HTTP, as JSON. Headers, compression, sampling and sizes of batches follow the other variables that
 * OpenTelemetry defines, which the SDK reads itself.
 */
export function openOtlpTraces({
  endpoint,
  serviceName,
  version,
  onLost,
}: {
  readonly endpoint: string;
  readonly serviceName: string;
  readonly version: string;
  readonly onLost: (lost: LostSpans) => void;
}): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/u, '')}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
    spanProcessors: [
      new BatchSpanProcessor(tellingOfLosses(exporter, onLost), { exportTimeoutMillis: exportTimeoutMs }),
    ],
  });
  // One for the process: where there is one already, it does the same work.
  const contexts = new AsyncLocalStorageContextManager();
  const own = context.setGlobalContextManager(contexts.enable());
  const incoming = followIncomingTraces();
  return {
    parent: () => incoming.parent(),
    tracer: provider.getTracer('windrose', version),
    async [Symbol.asyncDispose]() {
      incoming[Symbol.dispose]();
      // Spans that cannot be delivered are lost; that must not disturb the shutdown.
      await provider.shutdown().catch(() => undefined);
      if (own) context.disable();
    },
  };
}

/** ExportResultCode.SUCCESS of @opentelemetry/core. */
const delivered: number = 0;

/** Tells of the first spans that are lost, and not of the next ones until some have arrived again. */
function tellingOfLosses(exporter: SpanExporter, onLost: (lost: LostSpans) => void): SpanExporter {
  let told = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const code: number = result.code;
        if (code === delivered) told = false;
        else if (!told) {
          told = true;
          onLost({ spans: spans.length, error: result.error });
        }
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
