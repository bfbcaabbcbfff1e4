import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem.ts';

export interface LoadSheddingParts {
  /** Turns and searches under way at once. */
  readonly mostTurns: number;
  readonly loopIsDrowning: () => boolean;
}

/** Refuses what a scope's routes are asked while the event loop does not keep up. */
export function shedWhenDrowning(scope: FastifyInstance, { loopIsDrowning }: LoadSheddingParts): void {
  scope.addHook('onRequest', (_request, _reply, next) => next(loopIsDrowning() ? overloaded() : undefined));
}

/** Refuses turns beyond those that may be under way. Guards the routes of the scope it is called on, which share the count. */
export function shedTurns(scope: FastifyInstance, { mostTurns }: LoadSheddingParts): void {
  let turns = 0;
  scope.addHook('onRequest', (_request, reply, next) => {
    if (turns >= mostTurns) {
      next(overloaded());
      return;
    }
    turns += 1;
    reply.raw.once('close', () => (turns -= 1));
    next();
  });
}

const overloaded = () =>
  new ProblemError('overloaded', 'Too much is asked at once. Please try again in a moment.');
