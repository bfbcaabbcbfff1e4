import type { Intent } from '../../domain/understood.ts';
import type { IntentFeatures } from './features.ts';
import { intentRules } from './rules.ts';

interface Candidate {
  readonly intent: Intent;
  weight: number;
}

/** The intent whose reasons weigh most; of equals, the one named first among the rules. */
export function chooseIntent(features: IntentFeatures): Intent {
  const candidates: Candidate[] = [];
  for (const { intent, weight, holds } of intentRules) {
    if (!holds(features)) continue;
    const known = candidateOf(intent, candidates);
    if (known) known.weight += weight;
    else candidates.push({ intent, weight });
  }
  let best = candidates[0];
  for (const candidate of candidates) if (best && candidate.weight > best.weight) best = candidate;
  return best?.intent ?? 'out_of_scope';
}

function candidateOf(intent: Intent, candidates: readonly Candidate[]): Candidate | undefined {
  for (const candidate of candidates) if (candidate.intent === intent) return candidate;
  return undefined;
}
