import { context, trace } from '@opentelemetry/api';
import type { Conversation } from '../domain/conversation.ts';
import type { Language } from '../nlp/language.ts';
import { inSpan, isTraced, recordFailure } from '../platform/traces/spans.ts';
import type { Traces } from '../platform/traces/traces.ts';
import type { SessionStore } from '../store/sessions.ts';
import { markSpoken } from './ranking-time.ts';

/** A span for every message that is understood. */
export function tracedLanguage(language: Language, { tracer, parent }: Traces): Language {
  return {
    suggestPlaces: (query, limit) => language.suggestPlaces(query, limit),
    placeOfCode: (code) => language.placeOfCode(code),
    understand(message, given) {
      const above = parent();
      const span = tracer.startSpan('understanding', {}, above);
      if (!isTraced(span)) return language.understand(message, given);
      try {
        const understood = context.with(trace.setSpan(above, span), () =>
          language.understand(message, given),
        );
        span.setAttribute('windrose.intent', understood.intent);
        return understood;
      } catch (error) {
        recordFailure(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
  };
}

/** A span for every time a session is loaded or saved. */
export function tracedSessions(
  sessions: SessionStore<Conversation>,
  { tracer, parent }: Traces,
): SessionStore<Conversation> {
  return {
    find(id) {
      const span = tracer.startSpan('session load', {}, parent());
      return inSpan(span, async () => {
        const record = await sessions.find(id);
        span.setAttribute('windrose.outcome', record ? 'found' : 'unknown');
        return record;
      });
    },
    save(id, basedOn, state) {
      markSpoken();
      const span = tracer.startSpan('session save', {}, parent());
      return inSpan(span, async () => {
        const outcome = await sessions.save(id, basedOn, state);
        span.setAttribute('windrose.outcome', outcome);
        return outcome;
      });
    },
    delete: (id) => sessions.delete(id),
    [Symbol.asyncDispose]: () => sessions[Symbol.asyncDispose](),
  };
}
