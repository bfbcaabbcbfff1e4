import type { Row } from '../../bench/harness/report.ts';

export interface LoadOptions {
  /** How long is measured, after the warm-up. */
  readonly seconds: number;
}

/** Puts the real server under load and answers one row. */
export interface LoadScenario {
  readonly name: string;
  run(options: LoadOptions): Promise<Row>;
}
