import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/problem.ts';
import { answerJson } from './answer-json.ts';
import { openEventStream, wantsEvents, type EventStream } from './event-stream.ts';
import { problemFromError, sendProblem } from './problem.ts';
import { cutShort, serverStops, untilClosed } from './until-closed.ts';

/** What becomes an answer: events on the way, and at the end the whole answer or a problem. */
export type Answering =
  | { readonly event: 'turn-error'; readonly data: Problem }
  | { readonly event: string; readonly data: object };

export interface Respond {
  readonly start: (signal: AbortSignal) => AsyncIterable<Answering>;
  /** Headers that an event brings for the whole answer. */
  readonly headersOf?: (event: Answering) => Readonly<Record<string, string>>;
  /** Aborts when the server's grace time is over. */
  readonly closing: AbortSignal;
}

/** Answers with every event as it comes to a client that asked for events, and with the last one as JSON to everybody else. */
export async function respondWithEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  { start, headersOf = () => ({}), closing }: Respond,
): Promise<FastifyReply> {
  const { signal, done } = untilClosed(reply, closing);
  const streaming = wantsEvents(request.headers.accept);
  let stream: EventStream | undefined;
  let ended = false;
  try {
    for await (const answering of start(signal)) {
      const { event, data } = answering;
      ended = event === 'turn-end' || event === 'turn-error';
      const headers = headersOf(answering);
      reply.headers(headers);
      // What goes wrong before anything was said is a plain problem, with its status.
      if (streaming && event !== 'turn-error') stream ??= openEventStream(reply, headers);
      if (stream) stream.send(event, data);
      else if (event === 'turn-error') await sendProblem(reply, data as Problem);
      else if (event === 'turn-end') await reply.type('application/json').send(answerJson(data));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    if (!ended && stream) stream.send('turn-error', problemFromError(serverStops(), request));
    else if (!ended) cutShort(reply);
  } finally {
    done();
    stream?.end();
  }
  return reply;
}
