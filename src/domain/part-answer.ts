/** Why a source has not answered, in the word that reports have for it; `skipped`: the conversation has asked often enough for now. */
export type NoAnswer = 'timeout' | 'error' | 'rate_limited' | 'circuit_open' | 'unauthorized' | 'skipped';

/** A source of which a part of the answer is missing. */
export interface PartAnswer {
  readonly provider: string;
  readonly status: NoAnswer;
  /** ISO dates of departure of which nothing has come; none where that is all of them, or where a part of each came. */
  readonly missingDates: readonly string[];
}
