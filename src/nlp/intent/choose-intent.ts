import type { Intent } from '../../domain/understood.ts';
import type { IntentFeatures } from './features.ts';
import { intentRules } from './rules.ts';

export interface ChosenIntent {
  readonly intent: Intent;
  /** The reasons that decided it, for whoever wonders. */
  readonly reasons: readonly string[];
}

/** The intent whose reasons weigh most; of equals, the one named first among the rules. */
export function chooseIntent(features: IntentFeatures): ChosenIntent {
  const candidates: { readonly intent: Intent; weight: number; readonly reasons: string[] }[] = [];
  for (const { intent, weight, reason, holds } of intentRules) {
    if (!holds(features)) continue;
    const known = candidates.find((candidate) => candidate.intent === intent);
    if (known) {
      known.weight += weight;
      known.reasons.push(reason);
    } else candidates.push({ intent, weight, reasons: [reason] });
  }
  let best = candidates[0];
  for (const candidate of candidates) if (best && candidate.weight > best.weight) best = candidate;
  return best ?? { intent: 'out_of_scope', reasons: [] };
}
