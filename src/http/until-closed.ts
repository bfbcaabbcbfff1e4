import type { FastifyReply } from 'fastify';

/** A signal that aborts when the client goes away or the server's grace time ends; `done` lets go of both. */
export function untilClosed(
  reply: FastifyReply,
  closing: AbortSignal,
): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  const onClose = () => {
    if (!reply.raw.writableFinished) controller.abort(new DOMException('the client went away', 'AbortError'));
  };
  const onClosing = () => controller.abort(closing.reason);
  reply.raw.once('close', onClose);
  closing.addEventListener('abort', onClosing, { once: true });
  return {
    signal: controller.signal,
    done() {
      reply.raw.off('close', onClose);
      closing.removeEventListener('abort', onClosing);
    },
  };
}
