import type { SearchEvent } from '../contract/events.ts';
import { searchTurn } from '../agent/search-turn.ts';
import { listCards, mostListed, rankHeld } from '../agent/shown-cards.ts';
import { internalProblem, overloadedProblem } from '../agent/problem.ts';
import type { TurnQueue } from '../agent/turn-queue.ts';
import { formatsFor } from '../dialogue/format.ts';
import { findProblem, withoutPastDays } from '../dialogue/trip-problems.ts';
import { sayProblem } from '../dialogue/say/say-questions.ts';
import { hintsOf, type Conversation } from '../domain/conversation.ts';
import { travellerCount } from '../domain/trip.ts';
import type { Language } from '../nlp/language.ts';
import { toFlightCard } from '../presentation/flight-card.ts';
import { toResults } from '../presentation/results.ts';
import { refusedSummary } from '../presentation/search-summary.ts';
import { fromWireTrip, toWireAmbiguity, toWirePlace, toWireTrip } from '../presentation/wire-trip.ts';
import { settledMode, type ChooseMode } from '../search/chosen-mode.ts';
import type { OfferChecks } from '../search/offer-checks.ts';
import type { SearchMode } from '../search/report.ts';
import { SearchOverloaded } from '../search/search-overloaded.ts';
import type { SearchService } from '../search/search.ts';
import type { SessionStore } from '../store/sessions.ts';
import { checkOffer } from './check-offer.ts';
import { findUnknownPlace } from './find-unknown-place.ts';
import { findIncompleteLeg } from './find-incomplete-leg.ts';
import { priceCalendar } from './price-calendar.ts';
import { todayAt } from './today-at.ts';
import type { Tools } from './tools.ts';

export interface ToolsParts {
  readonly language: Language;
  readonly search: Readonly<Record<SearchMode, SearchService>>;
  readonly checks: Readonly<Record<SearchMode, OfferChecks>>;
  readonly providers: readonly string[];
  /** Whether no source costs anything. */
  readonly free: boolean;
  readonly sessions: SessionStore<Conversation>;
  /** The turns of conversations that are under way. */
  readonly turns: TurnQueue;
  readonly now: () => Temporal.Instant;
  /** The IANA zone of an airport; undefined where the airport is not known. */
  readonly timeZoneOf: (airport: string) => string | undefined;
  /** By the conversation, the client or, where neither is known, the request. */
  readonly chooseMode: ChooseMode;
  /** The longest that somebody waits for sources. */
  readonly budgetMs: number;
  readonly onError: (error: unknown, requestId: string) => void;
}

const usual = { locale: 'en-US', currency: 'USD' } as const;

export function createTools(parts: ToolsParts): Tools {
  const { language, sessions } = parts;
  return {
    understand({ message, trip, asked, now, time_zone: timeZone, locale }) {
      const present = now
        ? Temporal.PlainDateTime.from(now)
        : parts
            .now()
            .toZonedDateTimeISO(timeZone ?? 'UTC')
            .toPlainDateTime();
      const understood = language.understand(message, {
        trip: trip ? fromWireTrip(trip) : null,
        asked,
        pending: [],
        now: present,
        locale: locale ?? usual.locale,
        hasOffers: false,
      });
      return {
        intent: understood.intent,
        trip: toWireTrip(understood.trip),
        missing: [...understood.missing],
        ambiguous: understood.ambiguous.map(toWireAmbiguity),
        unresolved: understood.unresolved.map(({ phrase, slot, suggestions }) => ({
          phrase,
          slot,
          suggestions: [...suggestions],
        })),
        topic: understood.topic,
        engine: understood.engine,
      };
    },

    async *search(
      { trip: wire, currency, mode: wanted },
      requestId,
      watched,
      signal,
    ): AsyncGenerator<SearchEvent> {
      using chosen = wanted ? settledMode(wanted) : await parts.chooseMode(requestId);
      const { mode } = chosen;
      const asked = fromWireTrip(wire);
      const today = todayAt(asked.legs[0]?.origin ?? null, parts);
      const trip = withoutPastDays(asked, today);
      const formats = formatsFor(usual.locale, Number(today.slice(0, 4)));
      const unknown = findUnknownPlace(trip, language);
      if (unknown) {
        const message = `there is no airport or city with the code ${unknown.code}`;
        yield { event: 'turn-error', data: cannotSearch(requestId, `trip.${unknown.field}`, message) };
        return;
      }
      const problem = findProblem(trip, today);
      if (problem?.kind === 'past_date' || problem?.kind === 'too_far_ahead') {
        yield {
          event: 'turn-end',
          data: { flight_cards: [], search: refusedSummary(mode, problem.kind), results: null },
        };
        return;
      }
      const missing = findIncompleteLeg(trip);
      if (problem || missing >= 0) {
        const message = problem
          ? sayProblem(problem, formats)
          : 'origin, destination and departure are all needed';
        yield {
          event: 'turn-error',
          data: cannotSearch(requestId, problem ? 'trip' : `trip.legs.${missing}`, message),
        };
        return;
      }
      try {
        const turn = {
          trip,
          currency: currency ?? usual.currency,
          hints: hintsOf(trip),
          formats,
          most: mostListed,
          mode,
          sessionId: null,
          requestId,
          signal,
          watched,
        };
        const { cards, summary, results } = yield* searchTurn(
          { search: parts.search[mode], providers: parts.providers },
          turn,
        );
        yield { event: 'turn-end', data: { flight_cards: cards, search: summary, results } };
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof SearchOverloaded) {
          yield { event: 'turn-error', data: overloadedProblem(requestId) };
          return;
        }
        parts.onError(error, requestId);
        yield { event: 'turn-error', data: internalProblem(requestId) };
      }
    },

    async priceCalendar(query, client, signal) {
      using chosen = await parts.chooseMode(client);
      return await priceCalendar(
        {
          search: parts.search[chosen.mode],
          mode: chosen.mode,
          free: parts.free,
          now: parts.now,
          todayIn: (place) => todayAt(place, parts),
          placeOf: (code) => language.placeOfCode(code),
          usualCurrency: usual.currency,
          budgetMs: parts.budgetMs,
        },
        query,
        client,
        signal,
      );
    },

    findPlaces: (query, limit) => ({ places: language.suggestPlaces(query, limit).map(toWirePlace) }),

    async findSession(id) {
      const record = await sessions.find(id);
      if (!record) return undefined;
      const { transcript, linesLeftOut = 0, trip } = record.state;
      return {
        session_id: id,
        transcript: transcript.map((line) => ({ ...line })),
        earlier_lines: linesLeftOut,
        trip: trip && toWireTrip(trip),
      };
    },

    async findCards(id) {
      const record = await sessions.find(id);
      if (!record) return undefined;
      const { held, trip, currency, locale } = record.state;
      if (!held || !trip) return { flight_cards: [], results: null };
      const ranking = rankHeld(held, trip, currency);
      const today = parts.now().toZonedDateTimeISO('UTC').toPlainDate();
      const formats = formatsFor(locale, today.year);
      const travellers = travellerCount(trip.passengers);
      const cards = listCards(ranking);
      return {
        flight_cards: cards.map((card) => toFlightCard(card, travellers, formats)),
        results: toResults(ranking, cards.length),
      };
    },

    async checkOffer(sessionId, offerId, requestId, signal) {
      using chosen = await parts.chooseMode(sessionId);
      return await checkOffer({ ...parts, checks: parts.checks[chosen.mode] }, offerId, {
        sessionId,
        requestId,
        signal,
      });
    },

    async forgetSession(id, signal) {
      if (!parts.turns.isBusy(id) || (await sessions.find(id))) return await sessions.delete(id);
      // The first turn of a conversation keeps nothing before it ends, and would keep it after this.
      using _place = await parts.turns.enter(id, signal);
      return await sessions.delete(id);
    },
  };
}

const cannotSearch = (requestId: string, field: string, message: string) => ({
  type: '/problems/invalid-request',
  title: 'This trip cannot be searched',
  status: 400,
  detail: message,
  code: 'invalid_request' as const,
  errors: [{ field, message }],
  request_id: requestId,
  retryable: false,
});
