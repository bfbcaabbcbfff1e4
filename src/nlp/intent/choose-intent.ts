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
  const weights = new Map<Intent, { weight: number; reasons: string[] }>();
  for (const { intent, weight, reason, holds } of intentRules) {
    if (!holds(features)) continue;
    const entry = weights.get(intent) ?? { weight: 0, reasons: [] };
    weights.set(intent, { weight: entry.weight + weight, reasons: [...entry.reasons, reason] });
  }
  const [best] = [...weights].sort(([, a], [, b]) => b.weight - a.weight);
  return best ? { intent: best[0], reasons: best[1].reasons } : { intent: 'out_of_scope', reasons: [] };
}
