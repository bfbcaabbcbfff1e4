import { hash } from 'node:crypto';
import {
  type EvaluationContext,
  type JsonValue,
  OpenFeature,
  type Provider,
  type ResolutionDetails,
} from '@openfeature/server-sdk';
import type { SearchMode } from '../contract/search.ts';

export interface FlagSettings {
  readonly mode: SearchMode;
  /** Share of sessions that run async, 0 to 100. */
  readonly rolloutPercent: number;
}

/** Decides by session which mode its turns run in. */
export interface Flags {
  searchMode(sessionId: string): Promise<SearchMode>;
}

/** The flag that a host's own flag service may answer: `async` or `sync`, with the session id as targeting key. */
export const searchModeFlag = 'search-mode';

/**
 * Flags read through OpenFeature, under a domain of their own so that two applications in one process do not meet. A host plugs in a
 * provider for its flag service; without one the environment's settings answer.
 */
export async function createFlags(
  settings: FlagSettings,
  domain: string,
  provider?: Provider,
): Promise<Flags> {
  await OpenFeature.setProviderAndWait(domain, provider ?? environmentProvider(settings));
  const client = OpenFeature.getClient(domain);
  return {
    async searchMode(sessionId) {
      const value = await client.getStringValue(searchModeFlag, settings.mode, { targetingKey: sessionId });
      return value === 'sync' ? 'sync' : 'async';
    },
  };
}

/** A stable share: the same session always falls on the same side, and a larger share keeps all of a smaller one. */
export const isInRollout = (sessionId: string, percent: number): boolean =>
  (Number.parseInt(hash('sha1', sessionId, 'hex').slice(0, 8), 16) / 0x1_0000_0000) * 100 < percent;

function environmentProvider({ mode, rolloutPercent }: FlagSettings): Provider {
  const same = <Value>(value: Value): Promise<ResolutionDetails<Value>> => Promise.resolve({ value });
  return {
    metadata: { name: 'environment' },
    runsOn: 'server',
    resolveStringEvaluation(flag: string, usual: string, { targetingKey = '' }: EvaluationContext) {
      if (flag !== searchModeFlag || mode === 'sync') return same(flag === searchModeFlag ? 'sync' : usual);
      return same(isInRollout(targetingKey, rolloutPercent) ? 'async' : 'sync');
    },
    resolveBooleanEvaluation: (_flag: string, usual: boolean) => same(usual),
    resolveNumberEvaluation: (_flag: string, usual: number) => same(usual),
    resolveObjectEvaluation: <Value extends JsonValue>(_flag: string, usual: Value) => same(usual),
  };
}
