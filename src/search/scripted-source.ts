import { once } from 'node:events';
import type { Offer } from '../domain/offer.ts';
import { BudgetSpent } from './paid-budget.ts';
import type { SearchRequest } from './provider.ts';
import type { Source, SourceRun } from './source.ts';

/** For tests: one question that a source was asked, answered when the test says so. */
export interface ScriptedCall {
  readonly request: SearchRequest;
  readonly run: SourceRun;
  readonly batch: (...offers: readonly Offer[]) => void;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;
}

export interface ScriptedSource extends Source {
  readonly calls: ScriptedCall[];
}

/** For tests: a source that answers by hand, and at once where `answer` is given. An aborted call fails with its signal's reason. */
export function scriptedSource(
  id: string,
  answer?: (call: ScriptedCall) => void,
  paid = true,
): ScriptedSource {
  const calls: ScriptedCall[] = [];
  return {
    id,
    paid,
    calls,
    async run(request, run) {
      if (paid && run.mayStart?.() === false) throw new BudgetSpent();
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      void once(run.signal, 'abort').then(() => reject(run.signal.reason as Error));
      const call: ScriptedCall = {
        request,
        run,
        batch: (...offers) => run.onBatch(offers),
        end: () => resolve(undefined),
        fail: (error) => reject(error),
      };
      calls.push(call);
      answer?.(call);
      await promise;
    },
    check: () => Promise.resolve(undefined),
    probe: () => Promise.resolve(false),
    circuit: () => 'closed',
  };
}

/** For tests: answers every call with one batch and ends. */
export const answering =
  (...offers: readonly Offer[]) =>
  (call: ScriptedCall): void => {
    if (offers.length > 0) call.batch(...offers);
    call.end();
  };
