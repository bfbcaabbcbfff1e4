/** One reading: when it was taken, in seconds, and its value. */
export type Sample = readonly [atSeconds: number, value: number];

/** Change of the value in a second along the line of least squares; NaN where no line can be drawn. */
export function slopeOf(samples: readonly Sample[]): number {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = meanOf(samples.map(([at]) => at));
  const mean = meanOf(samples.map(([, value]) => value));
  let rise = 0;
  let run = 0;
  for (const [at, value] of samples) {
    rise += (at - middle) * (value - mean);
    run += (at - middle) ** 2;
  }
  return rise / run;
}
