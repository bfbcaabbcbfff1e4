import type { CheckedOffer, CheckFailure } from '../../domain/checked-offer.ts';
import { sameMoney, type Money } from '../../domain/money.ts';
import type { OfferChange } from '../../domain/offer-changes.ts';
import type { Offer } from '../../domain/offer.ts';
import type { RankedOffer } from '../../domain/ranked.ts';
import type { Formats } from '../format.ts';
import { counted, providerName } from '../texts/en.ts';
import { upperFirst } from '../texts/first-letter.ts';
import { describeOffer, nameOffer } from './describe-offer.ts';
import { sayChanges } from './say-changes.ts';

export interface CheckFacts {
  readonly checked: CheckedOffer;
  /** As it was held before the source was asked. */
  readonly before: Offer;
  /** It was what the traveller had chosen. */
  readonly wasChosen: boolean;
  /** It fits the wishes as it is now. */
  readonly isListed: boolean;
  /** The same flights as another source sells them; undefined where none does. */
  readonly elsewhere: RankedOffer | undefined;
  /** The first of the list as it is now; undefined where nothing fits. */
  readonly first: RankedOffer | undefined;
}

/** What the source says now of one offer, and what that means for the list. */
export function sayCheck({ checked, before, ...facts }: CheckFacts, formats: Formats): string {
  const source = providerName(before.provider);
  switch (checked.status) {
    case 'confirmed':
      return `Still available: ${describeOffer(checked.offer, formats)}. ${upperFirst(source)} has just confirmed that price, for all travellers and with taxes.${seats(checked.offer)}`;
    case 'price_changed': {
      const { offer, changes } = checked;
      const other =
        changes.length === 0 ? 'but the price has changed' : `but ${sayChanges(changes, offer, formats)}`;
      const price = sameMoney(before.total, offer.total)
        ? ', the same price as before'
        : insteadOf(before.total, offer.total, formats);
      return `Still available, ${other}: ${describeOffer(offer, formats)}${price}, as ${source} has just said, for all travellers and with taxes.${seats(offer)} ${inTheList({ ...facts, changes }, formats)}`;
    }
    case 'sold_out':
      return `Sold out: ${source} does not sell ${describeOffer(before, formats)} any more. ${gone(facts, formats)}`;
    case 'expired':
      return `${describeOffer(before, formats)} is not to be had any more: the offer has ended. ${gone(facts, formats)}`;
    case 'check_failed':
      return `I could not check ${nameOffer(before)}: ${failure(checked.reason, source)}. That does not mean that it is sold out; the last price that I know is **${formats.money(before.total)}**.`;
  }
}

/** Where several were asked about: every question of a source may cost its host. */
export const sayOneOfSeveral =
  'I ask for one flight at a time. Name another by its place in the list, and I ask for that one.';

const seats = ({ seatsLeft }: Offer): string =>
  seatsLeft === null ? '' : ` ${counted(seatsLeft, 'seat')} left.`;

function insteadOf(was: Money, now: Money, formats: Formats): string {
  const instead = ` instead of ${formats.money(was)}`;
  if (was.currency !== now.currency) return instead;
  const more = now.minor - was.minor;
  const difference = formats.money({ minor: Math.abs(more), currency: now.currency });
  return `${instead}, ${difference} ${more > 0 ? 'more' : 'less'}`;
}

/** Where another source sells the same flights for less, its offer is what the list has of them. */
function inTheList(
  {
    isListed,
    elsewhere,
    changes,
  }: Pick<CheckFacts, 'isListed' | 'elsewhere'> & { changes: readonly OfferChange[] },
  formats: Formats,
): string {
  if (elsewhere) return `${sellsTheSame(elsewhere, formats)} That is what the list has now.`;
  if (!isListed) return 'Your wishes leave it out of the list now.';
  return changes.length === 0 ? 'The list has the new price.' : 'The list has it as it is now.';
}

const sellsTheSame = ({ offer }: RankedOffer, formats: Formats): string =>
  `${upperFirst(providerName(offer.provider))} sells the same flights for **${formats.money(offer.total)}**.`;

function gone(
  { wasChosen, elsewhere, first }: Pick<CheckFacts, 'wasChosen' | 'elsewhere' | 'first'>,
  formats: Formats,
): string {
  const chosen = wasChosen ? ', and nothing is chosen any more' : '';
  const next = elsewhere
    ? sellsTheSame(elsewhere, formats)
    : first
      ? `First is now ${describeOffer(first.offer, formats)}.`
      : 'Nothing else is on the list.';
  return `It is off the list${chosen}. ${next} Say “Search again” for all that is sold now.`;
}

function failure(reason: CheckFailure, source: string): string {
  switch (reason) {
    case 'timeout':
      return `${source} did not answer in time`;
    case 'error':
      return `${source} could not answer`;
    case 'rate_limited':
      return `${source} takes no more questions for now`;
    case 'circuit_open':
      return `${source} has failed too often and is left alone for a moment`;
    case 'unauthorized':
      return `${source} refuses our key`;
    case 'skipped':
      return 'this conversation has asked the sources often enough for now, so wait a minute';
    case 'unsupported':
      return `${source} cannot be asked about a single offer`;
  }
}
