import type { Problem } from '../../../src/contract/problem.ts';

/** An answer of the server that says what went wrong. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: Problem['code'] | null;
  /** From `retry-after`; null where the server does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, problem: Partial<Problem> | null, retryAfterSeconds: number | null = null) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code ?? null;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Reads the problem out of an answer that is not 2xx; bodies of proxies in between need not be ours. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number(response.headers.get('retry-after') ?? 'none');
  return new ProblemError(
    response.status,
    body as Partial<Problem> | null,
    Number.isFinite(seconds) ? seconds : null,
  );
}
