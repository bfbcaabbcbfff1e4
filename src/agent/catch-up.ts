import { asTold } from '../domain/checked-offer.ts';
import { searchKeyOf, type Conversation, type HeldOffers } from '../domain/conversation.ts';
import type { Offer } from '../domain/offer.ts';
import { missingOf, type ReportFacts } from '../presentation/search-summary.ts';
import { expandRequests } from '../search/expand-requests.ts';
import type { LateAnswer, LateAnswers } from '../search/late-answers.ts';

/** The offers on the table with what has come in since they were shown. */
export interface CaughtUp {
  readonly held: HeldOffers;
  /** Flights have come in that were not there before. */
  readonly news: boolean;
  /** What the sources behind the list have said. */
  readonly reports: readonly ReportFacts[];
}

/** Null where no source was still being asked when the last reply was sent. */
export async function catchUp(
  conversation: Conversation,
  late: LateAnswers,
  now: Temporal.Instant,
): Promise<CaughtUp | null> {
  const { held, trip, currency } = conversation;
  const waitingFor = held?.waitingFor ?? [];
  if (!held || !trip || waitingFor.length === 0 || held.searchKey !== searchKeyOf(trip, currency))
    return null;
  const answers = await late.lookFor({
    requests: expandRequests(trip, currency, held.hints).requests,
    providers: waitingFor,
    sinceMs: now.epochMilliseconds - Date.parse(held.searchedAt),
  });
  const known = new Set(held.offers.map(({ id }) => id));
  const fuller = answers.filter((answer) => answer.offers.length >= countOf(held.offers, answer.provider));
  const replaced = new Set(fuller.map(({ provider }) => provider));
  const offers = asTold(
    [
      ...held.offers.filter(({ provider }) => !replaced.has(provider)),
      ...fuller.flatMap((answer) => answer.offers),
    ],
    conversation,
  );
  const named = (which: (answer: LateAnswer) => boolean) =>
    answers.filter(which).map(({ provider }) => provider);
  const missing = missingOf(answers.filter(({ status }) => status !== null).map(reportOf));
  const failed = [...held.failed, ...missing.failed];
  const partly = [...(held.partly ?? []), ...missing.partly];
  const skipped = [...(held.skipped ?? []), ...missing.skipped];
  const still = named(({ status }) => status === null);
  const news = offers.some(({ id }) => !known.has(id));
  return {
    held: {
      ...held,
      offers: news ? offers : held.offers,
      complete: still.length + failed.length + partly.length + skipped.length === 0,
      waitingFor: still,
      failed,
      partly,
      skipped,
    },
    news,
    reports: [...reportsBefore(held, waitingFor), ...answers.map(reportOf)],
  };
}

const countOf = (offers: readonly Offer[], provider: string): number =>
  offers.filter((offer) => offer.provider === provider).length;

/** The sources whose offers were there before, which are not asked again. */
const reportsBefore = (held: HeldOffers, waitingFor: readonly string[]): ReportFacts[] =>
  [...new Set(held.offers.map(({ provider }) => provider))]
    .filter((provider) => !waitingFor.includes(provider))
    .map((provider) => {
      const part = [...(held.partly ?? []), ...(held.skipped ?? [])].find((one) => one.provider === provider);
      return {
        provider,
        status: part?.status ?? 'ok',
        offers: countOf(held.offers, provider),
        elapsedMs: 0,
        cached: true,
        stale: false,
        dropped: 0,
        requests: 1,
        failedRequests: part ? 1 : 0,
        missingDates: part?.missingDates ?? [],
      };
    });

const reportOf = (answer: LateAnswer): ReportFacts => ({
  ...answer,
  status: answer.status ?? 'timeout',
  offers: answer.offers.length,
  cached: false,
  stale: false,
});
