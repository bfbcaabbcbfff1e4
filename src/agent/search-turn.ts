import type { FlightCard } from '../contract/flight-card.ts';
import type { Results, SearchSummary } from '../contract/search.ts';
import type { Notice } from '../contract/chat.ts';
import type { Formats } from '../dialogue/format.ts';
import type { SearchFacts } from '../dialogue/say/say-results.ts';
import type { Ranking } from '../domain/ranked.ts';
import type { Offer } from '../domain/offer.ts';
import type { SearchHints } from '../domain/conversation.ts';
import type { Trip } from '../domain/trip.ts';
import { factsOf, noticesOf, toSearchSummary, toWireReport } from '../presentation/search-summary.ts';
import { toResults } from '../presentation/results.ts';
import { expandRequests } from '../search/expand-requests.ts';
import type { SearchMode, SearchProgress } from '../search/report.ts';
import type { SearchService } from '../search/search.ts';
import { rankCards } from './ranked-cards.ts';

/** What happens while the sources answer, as the contract's events tell it. */
export type SearchTurnEvent =
  | { readonly event: 'search-start'; readonly data: { providers: string[] } }
  | { readonly event: 'provider-answered'; readonly data: SearchSummary['providers'][number] }
  | { readonly event: 'offers-ranked'; readonly data: { flight_cards: FlightCard[]; complete: boolean } };

/** Everything that a finished search has come to. */
export interface SearchOutcome {
  readonly offers: readonly Offer[];
  readonly ranking: Ranking;
  readonly facts: SearchFacts;
  readonly cards: FlightCard[];
  readonly summary: SearchSummary;
  readonly results: Results;
  readonly notices: Notice[];
}

export interface SearchTurnParts {
  readonly search: SearchService;
  readonly providers: readonly string[];
}

export interface SearchTurn {
  readonly trip: Trip;
  readonly currency: string;
  /** What the sources are told to leave out. */
  readonly hints: SearchHints;
  readonly formats: Formats;
  readonly mode: SearchMode;
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** How many cards the answer carries at most. */
  readonly most: number;
  /** Whether to rank and tell what has come in so far, or only what it all came to. */
  readonly watched: boolean;
  /** What the traveller has been told of offers since they were observed. */
  readonly correct?: (offers: readonly Offer[]) => readonly Offer[];
}

/** Searches a complete trip, telling each step; answers with the outcome. */
export async function* searchTurn(
  { search, providers }: SearchTurnParts,
  turn: SearchTurn,
): AsyncGenerator<SearchTurnEvent, SearchOutcome> {
  const { trip, currency, hints, mode, sessionId, requestId, signal, watched } = turn;
  const { requests, leftOut } = expandRequests(trip, currency, hints);
  if (watched) yield { event: 'search-start', data: { providers: [...providers] } };
  const told = new Set<string>();
  let shown = '';
  let last: SearchProgress | undefined;
  let outcome: SearchOutcome | undefined;
  for await (const progress of search.search(requests, { mode, signal, sessionId, requestId })) {
    last = progress;
    if (!watched) continue;
    for (const report of progress.reports) {
      if (told.has(report.provider) || progress.waitingFor.includes(report.provider)) continue;
      told.add(report.provider);
      yield { event: 'provider-answered', data: toWireReport(report) };
    }
    outcome = outcomeOf(progress, turn, leftOut);
    const now = outcome.cards.map(({ offer_id: id }) => id).join();
    if (now !== shown && outcome.cards.length > 0) {
      shown = now;
      yield { event: 'offers-ranked', data: { flight_cards: outcome.cards, complete: progress.complete } };
    }
  }
  return outcome ?? outcomeOf(last ?? nothing, turn, leftOut);
}

const nothing: SearchProgress = { offers: [], reports: [], waitingFor: [], complete: true, elapsedMs: 0 };

const asFound = (offers: readonly Offer[]): readonly Offer[] => offers;

function outcomeOf(
  progress: SearchProgress,
  { trip, currency, formats, mode, most, correct = asFound }: SearchTurn,
  daysLeftOut: number,
): SearchOutcome {
  const again = progress.reports.length > 0 && progress.reports.every(({ cached }) => cached);
  const offers = correct(progress.offers);
  const { ranking, cards } = rankCards(offers, trip, currency, formats, most, again);
  const demo = offers.some((offer) => offer.demo);
  const facts = { ...progress, offersSeen: offers.length, mode };
  const known = factsOf(facts, demo, daysLeftOut);
  return {
    offers,
    ranking,
    facts: known,
    cards,
    summary: toSearchSummary(facts, ranking, known, trip),
    results: toResults(ranking, cards.length),
    notices: noticesOf(known),
  };
}
