import { defineConfig } from 'vitest/config';
import { airportPositions } from './plugins/airport-positions.ts';

/** The rendered tests of the components: `npx vitest run --root web`. */
const config = defineConfig({
  root: import.meta.dirname,
  plugins: [airportPositions()],
  test: { include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000, restoreMocks: true, unstubGlobals: true },
});

export { config as default };
