import type { ChatAnswer } from '../contract/chat.ts';
import { suggestActions } from '../dialogue/actions.ts';
import type { Formats } from '../dialogue/format.ts';
import { sayResults, type SearchFacts } from '../dialogue/say/say-results.ts';
import { showing, type Conversation, type HeldOffers } from '../domain/conversation.ts';
import type { Trip } from '../domain/trip.ts';
import { noticesOf, toSearchSummary } from '../presentation/search-summary.ts';
import type { SearchMode } from '../search/report.ts';
import type { Spoken } from './answer.ts';
import type { CaughtUp } from './catch-up.ts';
import { cardsShown, rankHeld } from './shown-cards.ts';

export interface RefineTurn {
  readonly heard: Conversation;
  readonly trip: Trip;
  readonly held: HeldOffers;
  /** Null where no source was still being asked. */
  readonly caughtUp: CaughtUp | null;
  readonly mode: SearchMode;
  readonly formats: Formats;
}

/** The offers on the table, filtered and sorted anew; a search is told of only where it has brought more of them. */
export function refineTurn({ heard, trip, held, caughtUp, mode, formats }: RefineTurn): {
  spoken: Spoken;
  search: ChatAnswer['search'];
  notices: ChatAnswer['notices'];
} {
  const ranking = rankHeld(held, trip, heard.currency);
  const facts = factsOfHeld(held);
  const shown = cardsShown(ranking);
  const progress = {
    reports: caughtUp?.reports ?? [],
    waitingFor: facts.waitingFor,
    complete: facts.waitingFor.length === 0,
    elapsedMs: 0,
    offersSeen: held.offers.length,
    mode,
  };
  return {
    spoken: {
      conversation: {
        ...showing(
          heard,
          shown.map(({ offer }) => offer.id),
        ),
        held,
      },
      reply: sayResults(trip, ranking, facts, formats),
      actions: suggestActions({ kind: 'refine' }, trip, ranking, !held.complete),
      cards: shown,
      ranking,
    },
    search: caughtUp?.news ? toSearchSummary(progress, ranking, facts, trip) : null,
    notices: noticesOf(facts),
  };
}

const factsOfHeld = ({
  offers,
  failed,
  partly = [],
  skipped = [],
  waitingFor = [],
}: HeldOffers): SearchFacts => ({
  failed,
  partly,
  skipped,
  waitingFor,
  stale: [],
  asked: 0,
  daysLeftOut: 0,
  demo: offers.some((offer) => offer.demo),
});
