import { context, trace } from '@opentelemetry/api';
import type { LostSpans, Traces } from './traces.ts';

export interface TracesParts {
  /** Where spans go, without the path `/v1/traces`; null for nowhere. */
  readonly endpoint: string | null;
  readonly serviceName: string;
  readonly version: string;
  /** Called once when spans begin to be lost, and again after some have arrived meanwhile. */
  readonly onLost: (lost: LostSpans) => void;
}

/** Spans that go to a collector where one is configured; otherwise whatever the process has registered with OpenTelemetry, usually nothing. */
export async function openTraces({ endpoint, serviceName, version, onLost }: TracesParts): Promise<Traces> {
  if (endpoint !== null) {
    // The SDK is a megabyte of modules that nobody else should load.
    const { openOtlpTraces } = await import('./otlp-traces.ts');
    return openOtlpTraces({ endpoint, serviceName, version, onLost });
  }
  return {
    tracer: trace.getTracer('windrose', version),
    parent: () => context.active(),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
