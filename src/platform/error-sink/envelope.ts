import { shapesOf } from './error-shape.ts';

/** What an error happened to. */
export interface ErrorContext {
  readonly what: 'turn failed' | 'request failed' | 'search failed' | 'tool failed';
  readonly requestId: string;
  readonly sessionId?: string;
  readonly turnId?: string;
  readonly mode?: string;
}

export interface EnvelopeParts {
  /** 32 hexadecimal digits. */
  readonly eventId: string;
  readonly at: Temporal.Instant;
  /** Name and version of the application. */
  readonly release: string;
}

/** The error as an envelope with one event, as Sentry and its relatives take it: https://develop.sentry.dev/sdk/data-model/envelopes/ */
export function toEnvelope(error: unknown, context: ErrorContext, parts: EnvelopeParts): string {
  const { eventId, at, release } = parts;
  const event = {
    event_id: eventId,
    timestamp: at.epochMilliseconds / 1000,
    platform: 'node',
    level: 'error',
    logger: 'windrose',
    release,
    transaction: context.what,
    tags: tagsOf(context),
    // Sentry wants the cause first and the innermost call last.
    exception: {
      values: shapesOf(error)
        .toReversed()
        .map(({ type, code, frames }) => ({
          type,
          value: code ?? context.what,
          mechanism: { type: 'generic', handled: true },
          stacktrace: {
            frames: frames.toReversed().map(({ function: name, file, line, column, own }) => ({
              function: name ?? '<anonymous>',
              filename: file,
              lineno: line,
              colno: column,
              in_app: own,
            })),
          },
        })),
    },
  };
  const header = { event_id: eventId, sent_at: at.toString() };
  return [header, { type: 'event' }, event].map((part) => `${JSON.stringify(part)}\n`).join('');
}

function tagsOf({ requestId, sessionId, turnId, mode }: ErrorContext): Record<string, string> {
  const tags = { request_id: requestId, session_id: sessionId, turn_id: turnId, mode };
  return Object.fromEntries(
    Object.entries(tags).filter((tag): tag is [string, string] => tag[1] !== undefined),
  );
}
