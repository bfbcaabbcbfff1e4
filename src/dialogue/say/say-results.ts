import type { PartAnswer } from '../../domain/part-answer.ts';
import type { RankedOffer, Ranking } from '../../domain/ranked.ts';
import type { Trip } from '../../domain/trip.ts';
import type { Formats } from '../format.ts';
import { narrowing } from '../narrowing.ts';
import { counted, english, providerName } from '../texts/en.ts';
import { lowerFirst, upperFirst } from '../texts/first-letter.ts';
import { describeOffer } from './describe-offer.ts';
import { describeReason, describeRelaxation, describeWarning, isAgainstFirst } from './describe-ranking.ts';
import { describeTrip } from './describe-trip.ts';

/** What the agent knows of the search behind a list of cards. */
export interface SearchFacts {
  /** Sources that could not answer. */
  readonly failed: readonly string[];
  /** Sources that answered in part. */
  readonly partly: readonly PartAnswer[];
  readonly waitingFor: readonly string[];
  /** Sources answered for by older results. */
  readonly stale: readonly string[];
  /** Sources that were not asked, or not for everything, because the budget of paid searches is spent. */
  readonly skipped: readonly PartAnswer[];
  readonly asked: number;
  /** Combinations of days that were not searched. */
  readonly daysLeftOut: number;
  readonly demo: boolean;
}

/** Why there is nothing to show. */
export type EmptyReason = 'no_match' | 'filtered_out' | 'providers_failed' | 'budget_spent' | 'still_asking';

/**
 * Null where there are cards. A failed source is never "no flights", nor is one that failed for a part, and one that is still being asked is late like a failed one where no
 * other has answered.
 * What the sources were asked to leave out is filtered out as well, though nobody knows how much it was.
 */
export function emptyReason(ranking: Ranking, facts: SearchFacts, trip: Trip): EmptyReason | null {
  if (ranking.cards.length > 0) return null;
  if (ranking.flagged.length > 0) return 'filtered_out';
  const { asked, failed, partly, waitingFor, skipped } = facts;
  const answered = asked - failed.length - waitingFor.length - skipped.length;
  if (waitingFor.length > 0 && answered > 0) return 'still_asking';
  if (waitingFor.length + failed.length + partly.length > 0) return 'providers_failed';
  if (skipped.length > 0) return 'budget_spent';
  return narrowing(trip).length > 0 ? 'filtered_out' : 'no_match';
}

/** The reply to a list of cards, or to the lack of one. */
export function sayResults(trip: Trip, ranking: Ranking, facts: SearchFacts, formats: Formats): string {
  const empty = emptyReason(ranking, facts, trip);
  const body = empty ? sayEmpty(empty, trip, ranking, facts, formats) : sayBest(ranking, trip, formats);
  return [
    `${describeTrip(trip, formats)}.`,
    body,
    empty ? '' : sayDayAfter(ranking, trip, formats),
    [sayFiltered(ranking, empty, formats), sayLimitAbroad(ranking, trip, formats)].filter(Boolean).join(' '),
    sayCaveats(facts, empty, formats),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function sayBest({ cards }: Ranking, trip: Trip, formats: Formats): string {
  const [first] = cards;
  if (!first) return '';
  const why = first.reasons.map((reason) => describeReason(reason, formats)).join('. ');
  const warnings = first.warnings
    .map((warning) => describeWarning(warning, first.offer.legs.length, formats))
    .join('. ');
  const days = leavesDayOpen(trip);
  let text = `First: ${describeOffer(first.offer, formats, { days, withBags: first.withBags })}. ${why}.`;
  if (warnings) text += ` Note: ${lowerFirst(warnings)}.`;
  for (const other of cards) {
    if (other === first || other.badges.length === 0) continue;
    const names = formats.list(other.badges.map((badge) => english.badges[badge]));
    text += `\n\n${upperFirst(names)}: ${describeOffer(other.offer, formats, { days, withBags: other.withBags })}. ${comparison(other, formats)}.`;
  }
  return text;
}

/** Whether flights of several days stand side by side. */
const leavesDayOpen = ({ legs, stayNights }: Trip): boolean =>
  legs.some(({ departure }) => departure && departure.earliest !== departure.latest) ||
  (stayNights !== null && stayNights.min !== stayNights.max);

function sayDayAfter({ arrivesDayAfter }: Ranking, { filters }: Trip, formats: Formats): string {
  return arrivesDayAfter && filters.arriveBy !== null
    ? `No flight arrives by ${formats.clock(filters.arriveBy)} on the day that it leaves: these fly through the night and arrive by then on the next day.`
    : '';
}

/** The reason that sets a card against the first one. */
function comparison({ reasons }: RankedOffer, formats: Formats): string {
  const against = reasons.find(isAgainstFirst) ?? reasons[0];
  return against ? describeReason(against, formats) : '';
}

/** What sources were asked to leave out may be all there is. */
function sayNoMatch(trip: Trip, formats: Formats): string {
  const filters = narrowing(trip).map((name) => english.filters[name]);
  const cabin = trip.cabin === null || trip.cabin === 'economy' ? '' : ', another cabin';
  const other = `another day${cabin} or a nearby airport`;
  const help =
    filters.length > 0
      ? `They were asked with ${formats.list(filters)}: giving up ${filters.length > 1 ? 'some of that' : 'that'} may help, and so may ${other}.`
      : `${upperFirst(other)} may help.`;
  return `I found no flights for this trip: the sources answered and have none. ${help}`;
}

function sayEmpty(
  reason: EmptyReason,
  trip: Trip,
  ranking: Ranking,
  facts: SearchFacts,
  formats: Formats,
): string {
  const names = (ids: readonly string[]) => formats.list(ids.map(providerName));
  switch (reason) {
    case 'no_match':
      return sayNoMatch(trip, formats);
    case 'filtered_out': {
      if (ranking.flagged.length === 0) return sayNoMatch(trip, formats);
      const ways = ranking.relaxations
        .slice(0, 2)
        .map((relaxation) => describeRelaxation(relaxation, formats));
      const advice =
        ways.length > 0
          ? ` What would help: ${ways.join('; or ')}.`
          : ' It takes giving up several of the filters at once.';
      return `Nothing fits all of it: ${counted(ranking.flightsLeftOut, 'flight')} found, none left after the filters.${advice}`;
    }
    case 'providers_failed': {
      const failed = [...facts.failed, ...facts.partly.map(({ provider }) => provider)];
      if (failed.length === 0) return sayStillAsking(names(facts.waitingFor));
      return `I could not find out: ${names(failed)} did not answer properly. That does not mean that there are no flights. Please try again in a moment.`;
    }
    case 'budget_spent':
      return 'This conversation has used up the searches it may cost for now. Please wait a minute and ask again.';
    case 'still_asking':
      return sayStillAsking(names(facts.waitingFor));
  }
}

const sayStillAsking = (names: string): string =>
  `Still asking ${names}. Send any message and I will show what has come in.`;

/**
 * How many flights the filters took out, by filter: nothing is dropped in silence. Where each of the flights is on the list in another fare,
 * it is fares that they took out.
 */
function sayFiltered({ removedBy, flagged }: Ranking, empty: EmptyReason | null, formats: Formats): string {
  if (flagged.length === 0) return '';
  const parts = removedBy.map(({ filter, flights, offers }) =>
    flights > 0
      ? `${flights} ${english.leftOut[filter]}`
      : `${counted(offers, 'fare')} ${english.leftOut[filter]}`,
  );
  return empty === 'filtered_out'
    ? `Left out: ${formats.list(parts)}.`
    : `Left out by your wishes: ${formats.list(parts)}.`;
}

/** What a limit comes to that prices in another currency were held against. */
function sayLimitAbroad({ limitAbroad }: Ranking, { filters: { maxPrice } }: Trip, formats: Formats): string {
  if (!maxPrice || limitAbroad.length === 0) return '';
  const amounts = formats.list(limitAbroad.map((amount) => formats.money(amount)));
  return `Your limit of ${formats.money(maxPrice)} is compared at about ${amounts}, by a reference rate.`;
}

/** What the list does not have, but for what the reply has said already. */
function sayCaveats(
  { failed, partly, waitingFor, stale, skipped, daysLeftOut, demo }: SearchFacts,
  empty: EmptyReason | null,
  formats: Formats,
): string {
  const names = (ids: readonly string[]) => formats.list(ids.map(providerName));
  const fallenOut = failed.filter((id) => !stale.includes(id) && !waitingFor.includes(id));
  const saidLate =
    empty === 'still_asking' || (empty === 'providers_failed' && failed.length + partly.length === 0);
  const [wornOut, staleInPart] = [
    stale.filter((id) => !isAmong(partly, id)),
    stale.filter((id) => isAmong(partly, id)),
  ];
  const dates = (of: readonly string[]) => formats.list(of.map((date) => formats.shortDate(date)));
  const sentences = [
    fallenOut.length > 0 &&
      empty !== 'providers_failed' &&
      `${names(fallenOut)} did not answer, so their flights are missing here.`,
    ...byDates(partly).map(([missing, ids]) =>
      missing.length > 0
        ? `${names(ids)} answered only in part: nothing has come for ${dates(missing)}.`
        : empty === null && `${names(ids)} answered only in part, so some flights are missing here.`,
    ),
    wornOut.length > 0 &&
      `${names(wornOut)} did not answer; their flights are from an earlier search and may have changed.`,
    staleInPart.length > 0 &&
      `Some flights of ${names(staleInPart)} are from an earlier search and may have changed.`,
    waitingFor.length > 0 &&
      !saidLate &&
      `${names(waitingFor)} ${waitingFor.length > 1 ? 'have' : 'has'} not answered yet; ask again and I will add what has come in.`,
    ...byDates(skipped).map(([missing, ids]) => {
      const were = `${names(ids)} ${ids.length > 1 ? 'were' : 'was'} not asked`;
      if (missing.length > 0)
        return `${were} for ${dates(missing)}: the budget of searches is spent for now.`;
      return empty !== 'budget_spent' && `${were}: the budget of searches is spent for now.`;
    }),
    daysLeftOut > 0 && 'I looked at days spread over your dates, not at every combination of them.',
    demo && 'These are demo flights: prices and timetables are invented and nobody flies them.',
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

const isAmong = (parts: readonly PartAnswer[], id: string): boolean =>
  parts.some(({ provider }) => provider === id);

/** The sources that lack the same days, together. */
const byDates = (parts: readonly PartAnswer[]): [dates: readonly string[], providers: string[]][] =>
  [...Map.groupBy(parts, ({ missingDates }) => missingDates.join()).values()].map((alike) => [
    alike[0]?.missingDates ?? [],
    alike.map(({ provider }) => provider),
  ]);
