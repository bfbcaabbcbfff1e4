import { expect, it } from 'vitest';
import { createPaidBudget, firstOf, leaveToSearch } from './paid-budget.ts';

const minuteMs = 60_000;

function setUp() {
  let now = 0;
  const budget = createPaidBudget(() => now);
  const spend = (times: number, sessionId: string | null = 's') =>
    Array.from({ length: times }, () => budget.spend(sessionId)).filter(Boolean).length;
  return { budget, spend, passMs: (ms: number) => (now += ms) };
}

it('allows twenty searches a minute and more in the next', () => {
  const { spend, passMs } = setUp();
  expect(spend(25)).toBe(20);
  passMs(minuteMs - 1);
  expect(spend(1)).toBe(0);
  passMs(1);
  expect(spend(25)).toBe(20);
});

it('allows two hundred searches in a conversation, however slowly', () => {
  const { spend, passMs } = setUp();
  let allowed = 0;
  for (let minute = 0; minute < 60; minute += 1) {
    allowed += spend(10);
    passMs(minuteMs);
  }
  expect(allowed).toBe(200);
});

it('counts each conversation on its own, and nobody without one', () => {
  const { spend } = setUp();
  expect(spend(30, 'a')).toBe(20);
  expect(spend(30, 'b')).toBe(20);
  expect(spend(300, null)).toBe(300);
});

it('gives back what was not searched, in its minute and in all', () => {
  const { budget, spend, passMs } = setUp();
  const first = budget.spend('s');
  spend(18);
  const last = budget.spend('s');
  expect(spend(1)).toBe(0);
  first?.giveBack();
  expect(spend(5)).toBe(1);
  passMs(minuteMs);
  expect(spend(1)).toBe(1);
  // Of a minute that is over: only what is counted in all has room again.
  last?.giveBack();
  expect(spend(25)).toBe(19);
  for (let minute = 0; minute < 7; minute += 1) {
    passMs(minuteMs);
    spend(20);
  }
  passMs(minuteMs);
  expect(spend(25)).toBe(20);
  passMs(minuteMs);
  expect(spend(25)).toBe(1);
});

it('counts a search once, whatever its calls, and not at all where none of them is made', () => {
  const { budget, spend } = setUp();
  const made = leaveToSearch(budget, 's');
  const notMade = leaveToSearch(budget, 's');
  expect([made.take(), made.take(), notMade.take(), notMade.take()]).toEqual([true, true, true, true]);
  made.giveBack();
  notMade.giveBack();
  notMade.giveBack();
  expect(spend(25)).toBe(19);
  expect(notMade.take()).toBe(false);
});

it('lets the first pay who may, and gives back to them', () => {
  const { budget, spend } = setUp();
  spend(20, 'spent');
  const leaves = ['spent', 'a', 'b'].map((session) => leaveToSearch(budget, session));
  const shared = firstOf(leaves);
  expect(shared.take()).toBe(true);
  expect(spend(25, 'a')).toBe(19);
  shared.giveBack();
  expect(spend(25, 'a')).toBe(1);
  expect(spend(25, 'b')).toBe(20);
});
