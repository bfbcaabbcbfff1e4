import { defineConfig } from 'vitest/config';

const usual = { testTimeout: 30_000, hookTimeout: 30_000, restoreMocks: true } as const;
/** Tests that start servers and browsers of their own, one file after another so that they do not starve each other. */
const heavy = ['test/journeys/**/*.test.ts', 'test/crash/**/*.test.ts'];

/** Tests of functions that keep no state beyond what they load: they may share that. */
const pure = ['src/{domain,nlp,dialogue,ranking,presentation}/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...usual,
          name: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...heavy, ...pure],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...usual,
          name: 'pure',
          include: pure,
          // What each of them would load anew (the airports, the language) takes longer than most of them run.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      './web/vitest.config.ts',
      {
        test: {
          ...usual,
          name: 'journeys',
          include: heavy,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
