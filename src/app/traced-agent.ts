import { SpanKind, SpanStatusCode, trace, type Context, type Span } from '@opentelemetry/api';
import type { Agent, AgentObserver, TurnRequest } from '../agent.ts';
import type { TurnEvent } from '../contract/events.ts';
import { eachWithin, isTraced, recordFailure } from '../platform/traces/spans.ts';
import type { Traces } from '../platform/traces/traces.ts';
import { timeRanking } from './ranking-time.ts';

/** A span for every turn, with what the other spans of the turn hang from. */
export function tracedAgent(agent: Agent, { tracer, parent }: Traces): Agent {
  return {
    turn(request, signal) {
      const above = parent();
      const span = tracer.startSpan('turn', { kind: SpanKind.SERVER }, above);
      if (!isTraced(span)) return agent.turn(request, signal);
      return watch(agent, { request, signal, span, within: trace.setSpan(above, span), tracer });
    },
  };
}

interface WatchedTurn {
  readonly request: TurnRequest;
  readonly signal: AbortSignal;
  readonly span: Span;
  readonly within: Context;
  readonly tracer: Traces['tracer'];
}

async function* watch(
  agent: Agent,
  { request, signal, span, within, tracer }: WatchedTurn,
): AsyncGenerator<TurnEvent, void, undefined> {
  span.setAttribute('windrose.request_id', request.requestId);
  const ranking = timeRanking(within);
  let ended = false;
  try {
    // Spans show what happens on the way, so that a turn with a span is watched.
    const watched = { ...request, watched: true };
    for await (const event of eachWithin(ranking.within, agent.turn(watched, signal))) {
      ended = event.event === 'turn-end' || event.event === 'turn-error';
      ranking.saw(event);
      describe(span, event);
      if (event.event === 'turn-end' && event.data.results) ranking.tell(tracer, event.data.results);
      yield event;
    }
  } catch (error) {
    if (!signal.aborted) recordFailure(span, error);
    throw error;
  } finally {
    // Whoever asked went away before the last event.
    if (!ended && signal.aborted) span.setAttribute('windrose.outcome', 'cancelled');
    span.end();
  }
}

function describe(span: Span, event: TurnEvent): void {
  if (event.event === 'turn-start') {
    const { session_id: sessionId, turn_id: turnId, mode } = event.data;
    span.setAttributes({
      'windrose.session_id': sessionId,
      'windrose.turn_id': turnId,
      'windrose.mode': mode,
    });
  } else if (event.event === 'turn-error') {
    span.setAttribute('windrose.outcome', event.data.code);
    if (event.data.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  }
}

/** The observer, which is called within the turn, puts what a turn came to on its span too. */
export function tracedTurns(observer: AgentObserver): AgentObserver {
  return {
    ...observer,
    turnEnded(turn) {
      trace.getActiveSpan()?.setAttribute('windrose.outcome', turn.outcome);
      observer.turnEnded(turn);
    },
    turnFailed(turn) {
      const span = trace.getActiveSpan();
      if (span) recordFailure(span, turn.error);
      observer.turnFailed(turn);
    },
  };
}
