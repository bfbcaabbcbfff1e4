import type { Panel } from '../../../test/deploy/dashboard.ts';
import { colourOf } from './paint.ts';

/** The colour of the last step that the value reaches. */
export function thresholdColour({ fieldConfig }: Panel, value: number): string {
  const steps = fieldConfig?.defaults.thresholds?.steps ?? [];
  const reached = steps.findLast((step) => step.value === null || value >= step.value);
  return colourOf(reached?.color ?? 'text');
}
