import type { FastifyReply } from 'fastify';
import { ProblemError } from './problem.ts';

/** What waits for each closing signal, behind one listener: a signal looks through all of its listeners to let go of one. */
const waiting = new WeakMap<AbortSignal, Set<AbortController>>();

/** A signal that aborts when the client goes away or the server's grace time ends; `done` lets go of both. */
export function untilClosed(
  reply: FastifyReply,
  closing: AbortSignal,
): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  const onClose = () => {
    if (!reply.raw.writableFinished) controller.abort(new DOMException('the client went away', 'AbortError'));
  };
  reply.raw.once('close', onClose);
  const others = waitingFor(closing);
  others.add(controller);
  if (closing.aborted) controller.abort(closing.reason);
  return {
    signal: controller.signal,
    done() {
      reply.raw.off('close', onClose);
      others.delete(controller);
    },
  };
}

/** What those are told who still wait for work that was cut short: another process, or this one anew, may do it. */
export const serverStops = (): ProblemError =>
  new ProblemError('unavailable', 'The server stops before this is done. Please try again.');

/** Leaves a client alone that went away; one that still waits when work is cut short is owed a word (throws it). */
export function cutShort(reply: FastifyReply): void {
  if (!reply.raw.destroyed) throw serverStops();
  reply.hijack();
}

/** The answer of work that goes on for as long as somebody waits for it; where nobody does any more there is none. */
export async function answerUntilClosed<Answer>(
  reply: FastifyReply,
  closing: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | undefined> {
  const { signal, done } = untilClosed(reply, closing);
  try {
    return await work(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    cutShort(reply);
    return undefined;
  } finally {
    done();
  }
}

function waitingFor(closing: AbortSignal): Set<AbortController> {
  const known = waiting.get(closing);
  if (known) return known;
  const controllers = new Set<AbortController>();
  waiting.set(closing, controllers);
  closing.addEventListener(
    'abort',
    () => {
      for (const controller of controllers) controller.abort(closing.reason);
    },
    { once: true },
  );
  return controllers;
}
