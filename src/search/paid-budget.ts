/** Counts the paid searches of each session. */
export interface PaidBudget {
  /** Counts a search where the session may still make one, and undefined where not; a caller without a session always may. */
  spend(sessionId: string | null): Spending | undefined;
}

export interface Spending {
  /** The search was not made. To be called once at most. */
  giveBack(): void;
}

/** A call was not made because the conversation has spent what it may cost. */
export class BudgetSpent extends Error {
  constructor() {
    super('the budget of paid searches is spent');
    this.name = 'BudgetSpent';
  }
}

/** The leave to make one search, shared by the calls to its sources. */
export interface SearchLeave {
  /** Asked before a call takes anything of its source: the first one counts the search, the others, of further sources or a second try, are part of it. */
  take(): boolean;
  /** A call for which it was taken was not made. Where none is, as behind an open breaker, the search costs nothing. */
  giveBack(): void;
}

export function leaveToSearch(paid: PaidBudget, sessionId: string | null): SearchLeave {
  let spending: Spending | undefined;
  let refused = false;
  let calls = 0;
  return {
    take() {
      if (!refused) spending ??= paid.spend(sessionId);
      refused = spending === undefined;
      if (!refused) calls += 1;
      return !refused;
    },
    giveBack() {
      calls -= 1;
      if (calls > 0) return;
      spending?.giveBack();
      spending = undefined;
    },
  };
}

/** The leave of the first of them who may still search. */
export function firstOf(leaves: readonly SearchLeave[]): SearchLeave {
  let taken: SearchLeave | undefined;
  return {
    take() {
      taken = leaves.find((leave) => leave.take());
      return taken !== undefined;
    },
    giveBack: () => taken?.giveBack(),
  };
}

const perMinute = 20;
const perSession = 200;
const mostSessions = 50_000;

/** Bounds what one conversation can cost its host: so many searches a minute, and in all. */
export function createPaidBudget(nowMs: () => number): PaidBudget {
  const sessions = new Map<string, { minute: number; inMinute: number; inAll: number }>();
  return {
    spend(sessionId) {
      if (sessionId === null) return { giveBack: () => undefined };
      const minute = Math.floor(nowMs() / 60_000);
      const before = sessions.get(sessionId) ?? { minute, inMinute: 0, inAll: 0 };
      const inMinute = before.minute === minute ? before.inMinute : 0;
      if (inMinute >= perMinute || before.inAll >= perSession) return undefined;
      sessions.delete(sessionId);
      sessions.set(sessionId, { minute, inMinute: inMinute + 1, inAll: before.inAll + 1 });
      const [oldest] = sessions.keys();
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
      return {
        giveBack() {
          const spent = sessions.get(sessionId);
          if (!spent) return;
          spent.inAll -= 1;
          if (spent.minute === minute) spent.inMinute -= 1;
        },
      };
    },
  };
}
