import type { CheckedOffer } from '../domain/checked-offer.ts';
import { firstSegment } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import { withinTime } from '../resilience/within-time.ts';
import { failureReasonOf } from './failure-reason.ts';
import type { PaidBudget } from './paid-budget.ts';
import type { Source } from './source.ts';

/** Asks the source of an offer whether it is still sold, and for how much. Rejects only where the signal aborts. */
export interface OfferChecks {
  check(offer: Offer, ask: OfferAsk): Promise<CheckedOffer>;
}

export interface OfferAsk {
  readonly signal: AbortSignal;
  readonly sessionId: string;
  /** In whose name the log speaks of it. */
  readonly requestId?: string;
}

export interface OfferChecksParts {
  readonly sources: readonly Source[];
  readonly paid: PaidBudget;
  /** The longest that somebody waits for the source, milliseconds. */
  readonly budgetMs: number;
  readonly now: () => Temporal.Instant;
  readonly observe: OfferChecksObserver;
}

export interface OfferChecksObserver {
  /** `failure` is what was thrown where the check failed. */
  offerChecked(provider: string, checked: CheckedOffer, ask: OfferAsk, failure?: unknown): void;
}

export function createOfferChecks({ sources, paid, budgetMs, now, observe }: OfferChecksParts): OfferChecks {
  async function ask(source: Source, offer: Offer, signal: AbortSignal): Promise<CheckedOffer> {
    const late = () => new DOMException('the source took too long', 'TimeoutError');
    const limit = { signal, mostMs: budgetMs, late };
    const checked = await withinTime((within) => source.check(offer, within, budgetMs), limit);
    if (!checked) return { status: 'check_failed', reason: 'unsupported' };
    if (!('offer' in checked)) return checked;
    // A source may give what it sells no more, with its old price.
    if (isOver(checked.offer, now())) return { status: 'expired' };
    // Whatever the source calls it now, for the traveller it is the same one.
    return { ...checked, offer: { ...checked.offer, id: offer.id } };
  }

  return {
    async check(offer, asking) {
      const told = (checked: CheckedOffer, failure?: unknown): CheckedOffer => {
        observe.offerChecked(offer.provider, checked, asking, failure);
        return checked;
      };
      if (hasLeft(offer, now())) return told({ status: 'expired' });
      const source = sources.find(({ id }) => id === offer.provider);
      if (!source) return told({ status: 'check_failed', reason: 'unsupported' });
      if (source.paid && !paid.spend(asking.sessionId))
        return told({ status: 'check_failed', reason: 'skipped' });
      try {
        return told(await ask(source, offer, asking.signal));
      } catch (error) {
        asking.signal.throwIfAborted();
        return told({ status: 'check_failed', reason: failureReasonOf(error) }, error);
      }
    },
  };
}

const isOver = (offer: Offer, now: Temporal.Instant): boolean =>
  hasLeft(offer, now) || (offer.expiresAt !== null && Date.parse(offer.expiresAt) <= now.epochMilliseconds);

const hasLeft = ({ legs: [out] }: Offer, now: Temporal.Instant): boolean =>
  firstSegment(out).departsAt.epochMinutes * 60_000 <= now.epochMilliseconds;
