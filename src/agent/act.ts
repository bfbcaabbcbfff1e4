import type { ChatAnswer } from '../contract/chat.ts';
import { suggestActions } from '../dialogue/actions.ts';
import type { Move } from '../dialogue/move.ts';
import { sayResults } from '../dialogue/say/say-results.ts';
import { asTold } from '../domain/checked-offer.ts';
import { haveExpired, hintsFor, searchKeyOf, showing, type Conversation } from '../domain/conversation.ts';
import { travellerCount, type Trip } from '../domain/trip.ts';
import type { Understood } from '../domain/understood.ts';
import { toFlightCard } from '../presentation/flight-card.ts';
import { toResults } from '../presentation/results.ts';
import { demoNotice, refusedSummary } from '../presentation/search-summary.ts';
import type { OfferChecks } from '../search/offer-checks.ts';
import type { SearchMode } from '../search/report.ts';
import type { SearchService } from '../search/search.ts';
import { answerMove, formatsOf, type Spoken } from './answer.ts';
import { asPriced } from './as-priced.ts';
import type { CaughtUp } from './catch-up.ts';
import { checkTurn } from './check-turn.ts';
import { refineTurn } from './refine-turn.ts';
import { searchTurn, type SearchTurnEvent } from './search-turn.ts';
import { seenBefore } from './seen-before.ts';
import { mostCards } from './shown-cards.ts';
import type { WallClocks } from './wall-clocks.ts';

export interface ActParts {
  readonly search: Readonly<Record<SearchMode, SearchService>>;
  readonly checks: Readonly<Record<SearchMode, OfferChecks>>;
  readonly providers: readonly string[];
}

/** A message that was understood, and what is to be done about it. */
export interface Deed {
  readonly move: Move;
  /** The conversation with what the message said. */
  readonly heard: Conversation;
  readonly understood: Understood;
  /** Null where no source was still being asked. */
  readonly caughtUp: CaughtUp | null;
  /** The traveller's ISO date. */
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
  readonly readClock: WallClocks;
  readonly mode: SearchMode;
  readonly sessionId: string;
  readonly requestId: string;
  readonly watched: boolean;
  readonly signal: AbortSignal;
}

/** What came of it, and how it is told. */
export interface Done extends Pick<ChatAnswer, 'search' | 'results' | 'notices'> {
  readonly spoken: Spoken;
  readonly cards: ChatAnswer['flight_cards'];
}

/** Searches, filters and sorts anew, asks a source again, or answers from the table, as the move says. */
export async function* act(parts: ActParts, deed: Deed): AsyncGenerator<SearchTurnEvent, Done> {
  const {
    move,
    heard: { trip },
  } = deed;
  switch (move.kind) {
    case 'search':
      if (!trip) throw new Error('a search without a trip');
      return yield* search(parts, deed, move, trip);
    case 'refine':
      return refine(deed);
    case 'check':
      return await check(parts, deed, move);
    default:
      return answer(deed, move);
  }
}

async function* search(
  parts: ActParts,
  deed: Deed,
  move: Move,
  trip: Trip,
): AsyncGenerator<SearchTurnEvent, Done> {
  const { heard, today, now, mode, sessionId, requestId, signal, watched } = deed;
  const { currency } = heard;
  const formats = formatsOf(heard, today);
  const hints = hintsFor(heard.held, trip, currency);
  const { offers, ranking, facts, cards, summary, results, notices } = yield* searchTurn(
    { search: parts.search[mode], providers: parts.providers },
    {
      trip,
      currency,
      hints,
      formats,
      most: mostCards,
      mode,
      sessionId,
      requestId,
      signal,
      watched,
      correct: (found) => asTold(found, heard),
    },
  );
  const complete = summary.complete && facts.failed.length === 0;
  const conversation: Conversation = {
    ...showing(
      heard,
      cards.map(({ offer_id: id }) => id),
    ),
    held: {
      offers,
      searchKey: searchKeyOf(trip, currency),
      hints,
      searchedAt: now,
      complete,
      waitingFor: facts.waitingFor,
      failed: facts.failed,
      partly: facts.partly,
      skipped: facts.skipped,
    },
    chosen: null,
  };
  const spoken = {
    conversation,
    reply: sayResults(trip, ranking, facts, formats),
    actions: suggestActions(move, trip, ranking, !complete),
    cards: [],
    ranking,
  };
  return { spoken, cards, search: summary, results, notices };
}

function refine(deed: Deed): Done {
  const { heard, caughtUp, today, mode } = deed;
  const held = caughtUp?.held ?? heard.held;
  if (!heard.trip || !held) throw new Error('a list without a trip');
  const formats = formatsOf(heard, today);
  const { spoken, search, notices } = refineTurn({ heard, trip: heard.trip, held, caughtUp, mode, formats });
  return onWire(deed, spoken, { search, listed: spoken.cards.length, notices });
}

async function check(parts: ActParts, deed: Deed, move: Extract<Move, { kind: 'check' }>): Promise<Done> {
  const { heard, today, now, mode, sessionId, requestId, signal } = deed;
  const spoken = await checkTurn({
    move,
    conversation: heard,
    formats: formatsOf(heard, today),
    checks: parts.checks[mode],
    ask: { signal, sessionId, requestId },
    now,
  });
  return onWire(deed, spoken, {
    search: null,
    listed: spoken.bringsList ? spoken.cards.length : 0,
    notices: demoNotices(spoken),
  });
}

/** From what is held and known, without asking anybody. */
function answer(deed: Deed, move: Parameters<typeof answerMove>[0]): Done {
  const { heard, understood, today, now, readClock, mode } = deed;
  const { held, timeZone } = heard;
  const spoken = answerMove(move, heard, understood, today);
  const refused =
    move.kind === 'problem' && (move.problem.kind === 'past_date' || move.problem.kind === 'too_far_ahead');
  const seen =
    held && haveExpired(held, now)
      ? seenBefore(
          spoken.cards.map(({ offer }) => offer),
          (instant) => readClock(instant, timeZone ?? 'UTC'),
          timeZone,
          formatsOf(heard, today),
        )
      : null;
  return onWire(deed, seen ? { ...spoken, reply: `${spoken.reply}\n\n${seen.sentence}` } : spoken, {
    search: refused ? refusedSummary(mode, move.problem.kind) : null,
    listed: 0,
    notices: [...demoNotices(spoken), ...(seen ? [seen.notice] : [])],
  });
}

/** What was spoken with its cards as clients read them, of which so many are the list. */
function onWire(
  { heard, understood, today }: Deed,
  spoken: Spoken,
  { search, listed, notices }: Pick<Done, 'search' | 'notices'> & { readonly listed: number },
): Done {
  const travellers = travellerCount((spoken.conversation.trip ?? understood.trip).passengers);
  const formats = formatsOf(heard, today);
  return {
    spoken: asPriced(spoken, understood, heard),
    cards: spoken.cards.map((card) => toFlightCard(card, travellers, formats)),
    search,
    results: spoken.ranking && toResults(spoken.ranking, listed),
    notices,
  };
}

const demoNotices = ({ cards }: Spoken): ChatAnswer['notices'] =>
  cards.some(({ offer }) => offer.demo) ? [demoNotice] : [];
