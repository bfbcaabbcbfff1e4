import type { Agent, AgentObserver } from '../agent.ts';
import { noErrorSink, type ErrorSink } from '../platform/error-sink/error-sink.ts';

/** A turn was refused by us before it began; the error behind it is an outage that the store itself tells of. */
class TurnRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the turn could not begin');
    this.name = 'TurnRefused';
    this.code = code;
  }
}

/** Tells the sink about turns that fail. */
export function reportedTurns(observer: AgentObserver, sink: ErrorSink): AgentObserver {
  return {
    ...observer,
    turnFailed(turn) {
      const { mode, error, requestId, sessionId, turnId } = turn;
      sink.capture(error, { what: 'turn failed', mode, requestId, sessionId, turnId });
      observer.turnFailed(turn);
    },
  };
}

/** Tells the sink about turns that end before they begin, which no observer sees. */
export function reportedAgent(agent: Agent, sink: ErrorSink): Agent {
  if (sink === noErrorSink) return agent;
  return {
    async *turn(request, signal) {
      let begun = false;
      for await (const event of agent.turn(request, signal)) {
        if (event.event === 'turn-error' && event.data.status >= 500 && !begun)
          sink.capture(new TurnRefused(event.data.code), {
            what: 'turn failed',
            requestId: request.requestId,
          });
        begun = true;
        yield event;
      }
    },
  };
}
