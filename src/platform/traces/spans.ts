import {
  context,
  isSpanContextValid,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { shapesOf, stackOf } from '../error-sink/error-shape.ts';

/** Whether anybody wants to know: without an exporter spans are empty, and all work around them can be left out. */
export const isTraced = (span: Span): boolean => isSpanContextValid(span.spanContext());

/** Notes on the span that it failed and how: the kinds and places of the error and its causes, not their messages. */
export function recordFailure(span: Span, error: unknown): void {
  for (const shape of shapesOf(error))
    span.recordException({ name: shape.type, message: shape.code ?? '', stack: stackOf(shape) });
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Runs with the span as the active one and ends it with the work. */
export async function inSpan<Value>(span: Span, run: () => Promise<Value>): Promise<Value> {
  if (!isTraced(span)) return run();
  try {
    return await context.with(trace.setSpan(context.active(), span), run);
  } catch (error) {
    recordFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** The same iteration, each step of it within the context: a generator runs in the context of whoever asks it to go on. */
export async function* eachWithin<Item>(
  within: Context,
  items: AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  const iterator = context.with(within, () => items[Symbol.asyncIterator]());
  let left = true;
  try {
    for (;;) {
      const step = await context.with(within, () => iterator.next());
      if (step.done) {
        left = false;
        return;
      }
      yield step.value;
    }
  } finally {
    if (left) await context.with(within, async () => iterator.return?.());
  }
}
