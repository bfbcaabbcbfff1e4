import { differentMessage, differentSearches, flexibleMessage } from '../../bench/harness/messages.ts';
import type { ChatAnswer } from '../../src/contract/chat.ts';

export type StepKind = 'search' | 'refine' | 'ask' | 'start over';

/** One message of a traveller, and what its answer must be. */
export interface Step {
  readonly kind: StepKind;
  readonly say: string;
  /** Cards at least; none at all where it is 0. */
  readonly cards: number;
  readonly searches: boolean;
}

const search = (say: string): Step => ({ kind: 'search', say, cards: 2, searches: true });
const refine = (say: string): Step => ({ kind: 'refine', say, cards: 2, searches: false });
const ask = (say: string, cards: number): Step => ({ kind: 'ask', say, cards, searches: false });

/** What the nth traveller says: two trips that no other traveller asks for, looked at from all sides. */
export const stepsOf = (traveller: number): readonly Step[] => [
  search(differentMessage((2 * traveller) % differentSearches)),
  refine('sort by duration'),
  ask('What about bags?', 1),
  refine('at most one stop'),
  ask('Why is it first?', 1),
  refine('any number of stops'),
  search('a day later'),
  ask('Compare the first two', 2),
  { kind: 'start over', say: 'start over', cards: 0, searches: false },
  search(differentMessage((2 * traveller + 1) % differentSearches)),
  ask('is the second refundable?', 1),
  refine('cheapest first'),
];

/** One trip on whichever of many days is best: nearly all of its work is the server's. */
export const flexibleStepsOf = (traveller: number): readonly Step[] => [
  search(flexibleMessage(traveller)),
  refine('at most one stop'),
];

/** What is wrong with an answer; undefined where it is what was asked for. */
export function faultOf(step: Step, answer: ChatAnswer): string | undefined {
  const { flight_cards: cards, search: made, reply } = answer;
  if (reply === '') return 'no words';
  if (step.cards === 0 && cards.length > 0) return `${cards.length} cards where none belong`;
  if (cards.length < step.cards) return `${cards.length} cards: ${reply}`;
  if ((made !== null) !== step.searches) return made ? 'searched needlessly' : 'did not search';
  const failed = made?.providers.find(({ status }) => status !== 'ok');
  return failed && `${failed.provider}: ${failed.status}`;
}
