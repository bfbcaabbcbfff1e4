/** Counts the paid searches of each session. */
export interface PaidBudget {
  /** True, and counted, where the session may still search; a caller without a session always may. */
  spend(sessionId: string | null): boolean;
}

/** A call was not made because the conversation has spent what it may cost. */
export class BudgetSpent extends Error {
  constructor() {
    super('the budget of paid searches is spent');
    this.name = 'BudgetSpent';
  }
}

/**
 * The leave to make one search, asked for whenever a call to a paid source is about to start: the first one counts it, the others, of further
 * sources or a second try, are part of it. What never starts, as behind an open breaker, costs nothing.
 */
export function leaveToSearch(paid: PaidBudget, sessionId: string | null): () => boolean {
  let given: boolean | undefined;
  return () => (given ??= paid.spend(sessionId));
}

const perMinute = 20;
const perSession = 200;
const mostSessions = 50_000;

/** Bounds what one conversation can cost its host: so many searches a minute, and in all. */
export function createPaidBudget(nowMs: () => number): PaidBudget {
  const sessions = new Map<string, { minute: number; inMinute: number; inAll: number }>();
  return {
    spend(sessionId) {
      if (sessionId === null) return true;
      const minute = Math.floor(nowMs() / 60_000);
      const before = sessions.get(sessionId) ?? { minute, inMinute: 0, inAll: 0 };
      const inMinute = before.minute === minute ? before.inMinute : 0;
      if (inMinute >= perMinute || before.inAll >= perSession) return false;
      sessions.delete(sessionId);
      sessions.set(sessionId, { minute, inMinute: inMinute + 1, inAll: before.inAll + 1 });
      const [oldest] = sessions.keys();
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
      return true;
    },
  };
}
