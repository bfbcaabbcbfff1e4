import type { PanelSeries } from '../../../test/deploy/ask-panel.ts';

/** The last value that is one, as the panels' calculation “lastNotNull” has it. */
export const latestValue = ({ points }: PanelSeries): number | undefined =>
  points.findLast(([, value]) => !Number.isNaN(value))?.[1];
