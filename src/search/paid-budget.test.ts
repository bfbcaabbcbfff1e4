import { expect, it } from 'vitest';
import { createPaidBudget } from './paid-budget.ts';

const minuteMs = 60_000;

function setUp() {
  let now = 0;
  const budget = createPaidBudget(() => now);
  const spend = (times: number, sessionId: string | null = 's') =>
    Array.from({ length: times }, () => budget.spend(sessionId)).filter(Boolean).length;
  return { spend, passMs: (ms: number) => (now += ms) };
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
