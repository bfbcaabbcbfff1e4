import type { ChatAnswer } from '../contract/chat.ts';
import type { TurnEvent } from '../contract/events.ts';
import type { Trip as WireTrip } from '../contract/trip.ts';
import { decide } from '../dialogue/decide.ts';
import type { Move } from '../dialogue/move.ts';
import { withUnsearchable } from '../dialogue/say/say-unsearchable.ts';
import { withoutPastDays } from '../dialogue/trip-problems.ts';
import { seenAs, startedOver, withLines, type Conversation } from '../domain/conversation.ts';
import type { Understood } from '../domain/understood.ts';
import type { Language } from '../nlp/language.ts';
import { toWireTrip } from '../presentation/wire-trip.ts';
import type { LateAnswers } from '../search/late-answers.ts';
import type { SearchMode } from '../search/report.ts';
import { act, type ActParts } from './act.ts';
import { formatsOf } from './answer.ts';
import { catchUp } from './catch-up.ts';
import { chooseOffer } from './choose-offer.ts';
import { createLoopPace } from './loop-pace.ts';
import { previousTrip, takenBack } from './take-back.ts';
import { createWallClocks } from './wall-clocks.ts';

/** What a traveller says, and how. */
export interface TurnWishes {
  /** 1 to 2,000 characters, already validated. */
  readonly message: string;
  readonly locale: string | null;
  readonly currency: string | null;
  readonly timeZone: string | null;
  /** What is known before the first message of a conversation; not read later. */
  readonly trip?: WireTrip | null;
  /** The offer that a click chooses; its message is kept as said and not read. */
  readonly offerId?: string | null;
  /** Offers as the client shows them, where that is another order than the list had. */
  readonly shownOffers?: readonly string[];
  /** Whether anybody looks at what happens on the way; without it only the first and the last event are worth the work. */
  readonly watched: boolean;
}

export interface TurnIds {
  readonly sessionId: string;
  readonly turnId: string;
  readonly requestId: string;
  readonly mode: SearchMode;
}

export interface TurnParts extends ActParts {
  readonly language: Language;
  /** What sources say to a search after its turn has ended. */
  readonly late: LateAnswers;
  readonly now: () => Temporal.Instant;
  readonly observe: { readonly understood: (elapsedMs: number) => void };
}

export interface TurnEnd {
  readonly answer: ChatAnswer;
  readonly conversation: Conversation;
  readonly move: Move;
}

/** Understands, decides, searches where needed, and speaks; saves nothing. */
export type RunTurn = (
  before: Conversation,
  wishes: TurnWishes,
  ids: TurnIds,
  signal: AbortSignal,
) => AsyncGenerator<TurnEvent, TurnEnd>;

/** So many messages are read before what they ask the sources for leaves: two milliseconds. */
const messagesPerLoop = 4;

export function createTurns(parts: TurnParts): RunTurn {
  const readClock = createWallClocks();
  const pace = createLoopPace(messagesPerLoop);

  return async function* runTurn(before, wishes, ids, signal) {
    await pace();
    const instant = parts.now();
    const { watched } = wishes;
    const settings = settingsFor(before, wishes);
    const { present, today } = readClock(instant, settings.timeZone ?? 'UTC');
    const clicked = wishes.offerId ? chooseOffer(wishes.offerId, settings) : null;
    const startedAt = performance.now();
    const understood = clicked ? clicked.understood : read(wishes.message, settings, present);
    parts.observe.understood(performance.now() - startedAt);

    const now = instant.toString();
    const going = understood.intent === 'start_over' ? startedOver(settings) : settings;
    const priced: Conversation = { ...going, currency: understood.currency ?? settings.currency };
    const caughtUp = await catchUp(priced, parts.late, instant);
    const known = caughtUp ? { ...priced, held: caughtUp.held } : priced;
    const move = clicked?.move ?? decide(known, understood, { today, now, news: caughtUp?.news ?? false });
    const heard: Conversation = {
      ...priced,
      trip: tripAfter(going, understood, move, withoutPastDays(understood.trip, today)),
      ...previousTrip(going, understood),
      asked: [],
      pending: [],
    };
    if (watched)
      yield {
        event: 'understanding-ready',
        data: { trip: heard.trip && toWireTrip(heard.trip), missing: [...understood.missing] },
      };

    const deed = { move, heard, understood, caughtUp, today, now, readClock, watched, signal };
    const done = yield* act(parts, { ...ids, ...deed });
    const { unsearchable } = understood;
    const reply = withUnsearchable(done.spoken.reply, unsearchable, move, formatsOf(heard, today));
    const conversation = withLines(
      done.spoken.conversation,
      { role: 'traveller', text: wishes.message, at: now },
      { role: 'agent', text: reply, at: parts.now().toString() },
    );
    const answer: ChatAnswer = {
      session_id: ids.sessionId,
      turn_id: ids.turnId,
      reply,
      state_summary: conversation.trip && toWireTrip(conversation.trip),
      missing: conversation.trip ? [...understood.missing] : [],
      actions: [...done.spoken.actions],
      flight_cards: done.cards,
      search: done.search,
      results: done.results,
      order: null,
      notices: done.notices,
    };
    return { answer, conversation, move };
  };

  function read(message: string, settings: Conversation, now: Temporal.PlainDateTime): Understood {
    const understood = parts.language.understand(message, {
      trip: settings.trip,
      asked: settings.asked,
      pending: settings.pending,
      now,
      locale: settings.locale,
      previous: settings.previous ?? null,
      hasOffers: settings.held !== null,
    });
    return takenBack(understood, settings);
  }
}

/** The conversation with what the request says about locale, currency and zone; a new currency makes the held offers incomparable. */
function settingsFor(
  before: Conversation,
  { locale, currency, timeZone, shownOffers = [] }: TurnWishes,
): Conversation {
  return {
    ...seenAs(before, shownOffers),
    locale: locale ?? before.locale,
    currency: currency ?? before.currency,
    timeZone: timeZone ?? before.timeZone,
  };
}

/** Small talk leaves the trip as it was; everything else keeps what was understood. */
function tripAfter(
  before: Conversation,
  { changed }: Understood,
  move: Move,
  trip: Understood['trip'],
): Conversation['trip'] {
  if (move.kind === 'talk' && move.about === 'start_over') return null;
  return changed.length === 0 && before.trip === null && move.kind === 'talk' ? null : trip;
}
