import { describeSessions } from '../sessions.contract.ts';
import { createMemorySessions } from './memory-sessions.ts';

describeSessions('memory', async () => {
  let nowMs = 1_000_000;
  const settings = { most: 5, idleMs: 60_000 };
  return {
    ...settings,
    store: createMemorySessions<{ text: string }>({ ...settings, nowMs: () => nowMs }),
    pass: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
});
