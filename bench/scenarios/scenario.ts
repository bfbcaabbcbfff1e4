import type { Row } from '../harness/report.ts';
import type { Simulators } from '../harness/stage.ts';

export interface Stage {
  readonly simulators: Simulators;
  /** Another chat server on the same simulated Amadeus; null where none was named. */
  readonly peerUrl: string | null;
  /** Fewer rounds, for a look rather than a figure. */
  readonly quick: boolean;
}

/** Measures one thing and answers a row, or several where one run shows more. */
export interface Scenario {
  readonly name: string;
  run(stage: Stage): Promise<readonly Row[]>;
}

/** Latency of the simulated sources where the issue of speed is measured, milliseconds. */
export const sourceLatencyMs = 2000;

/** After so many turns the code that a new search needs has been compiled as well as it will be: a server reaches that in its first minutes. */
export const warmTurns = 5000;
