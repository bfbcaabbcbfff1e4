import type { Cabin } from '../domain/cabin.ts';
import type { Money } from '../domain/money.ts';
import type { OfferReference } from '../domain/offer-reference.ts';
import type { BookingWay, Fare, Offer, OfferLeg, Segment } from '../domain/offer.ts';
import type { ZonedMinute } from '../domain/zoned-minute.ts';

/**
 * Offers without their references, value after value in the order of their fields. Airports, airlines and currencies come again and again:
 * every text stands once in `texts`, and a value is its place there. Such a list is written and read several times faster than objects.
 */
export interface OfferValues {
  readonly texts: readonly string[];
  readonly values: readonly Value[];
}
type Value = number | boolean | null;

export function toValues(offers: readonly Offer[]): OfferValues {
  const writer = new Writer();
  for (const offer of offers) writeOffer(writer, offer);
  return { texts: writer.texts, values: writer.values };
}

/** The inverse of toValues; `referenceOf` knows the reference of each offer by its place. Throws where the values are not of its making. */
export function fromValues(list: OfferValues, referenceOf: (place: number) => OfferReference): Offer[] {
  const reader = new Reader(list);
  const offers: Offer[] = [];
  while (!reader.ended) offers.push(readOffer(reader, referenceOf(offers.length)));
  return offers;
}

class Writer {
  readonly texts: string[] = [];
  readonly values: Value[] = [];
  private readonly places = new Map<string, number>();

  value(value: Value): void {
    this.values.push(value);
  }

  text(text: string | null): void {
    this.values.push(text === null ? null : this.placeOf(text));
  }

  private placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

class Reader {
  private readonly list: OfferValues;
  private at = 0;

  constructor(list: OfferValues) {
    this.list = list;
  }

  get ended(): boolean {
    return this.at === this.list.values.length;
  }

  value(): Value {
    const value = this.list.values[this.at];
    if (value === undefined) throw notOurs();
    this.at += 1;
    return value;
  }

  /** Whether the next value is null, which it then goes past. */
  skipNull(): boolean {
    const isNull = this.list.values[this.at] === null;
    if (isNull) this.at += 1;
    return isNull;
  }

  number(): number {
    return this.value() as number;
  }

  text(): string {
    const text = this.list.texts[this.number()];
    if (text === undefined) throw notOurs();
    return text;
  }

  textOrNull(): string | null {
    return this.skipNull() ? null : this.text();
  }
}

const notOurs = (): RangeError => new RangeError('these values are no offers');

// Each pair of functions goes through the same fields in the same order.

function writeOffer(to: Writer, offer: Offer): void {
  to.text(offer.id);
  to.text(offer.provider);
  to.text(offer.carrier);
  to.value(offer.legs.length);
  for (const leg of offer.legs) writeLeg(to, leg);
  writeMoney(to, offer.total);
  writeMoney(to, offer.perTraveller);
  writeFare(to, offer.fare);
  to.value(offer.co2Kg);
  to.value(offer.seatsLeft);
  to.value(offer.separateTickets);
  to.text(offer.observedAt);
  to.text(offer.expiresAt);
  to.text(offer.booking.kind);
  to.text(offer.booking.url);
  to.value(offer.demo);
}

const readOffer = (from: Reader, reference: OfferReference): Offer => ({
  id: from.text(),
  provider: from.text(),
  carrier: from.text(),
  legs: readList(from, readLeg) as unknown as Offer['legs'],
  total: readMoney(from),
  perTraveller: readMoneyOrNull(from),
  fare: readFare(from),
  co2Kg: from.value() as number | null,
  seatsLeft: from.value() as number | null,
  separateTickets: from.value() as boolean,
  observedAt: from.text(),
  expiresAt: from.textOrNull(),
  booking: { kind: from.text() as BookingWay['kind'], url: from.textOrNull() },
  demo: from.value() as boolean,
  reference,
});

function writeLeg(to: Writer, { segments, durationMinutes }: OfferLeg): void {
  to.value(segments.length);
  for (const segment of segments) writeSegment(to, segment);
  to.value(durationMinutes);
}

const readLeg = (from: Reader): OfferLeg => ({
  segments: readList(from, readSegment) as unknown as OfferLeg['segments'],
  durationMinutes: from.number(),
});

function writeSegment(to: Writer, segment: Segment): void {
  to.text(segment.carrier);
  to.text(segment.number);
  to.text(segment.operatedBy);
  to.text(segment.origin);
  to.text(segment.destination);
  writeTime(to, segment.departsAt);
  writeTime(to, segment.arrivesAt);
  to.value(segment.durationMinutes);
  to.text(segment.aircraft);
  to.text(segment.cabin);
  to.value(segment.technicalStops ?? null);
}

function readSegment(from: Reader): Segment {
  const segment: Segment = {
    carrier: from.text(),
    number: from.text(),
    operatedBy: from.textOrNull(),
    origin: from.text(),
    destination: from.text(),
    departsAt: readTime(from),
    arrivesAt: readTime(from),
    durationMinutes: from.number(),
    aircraft: from.textOrNull(),
    cabin: from.textOrNull() as Cabin | null,
  };
  return from.skipNull() ? segment : { ...segment, technicalStops: from.number() };
}

function writeTime(to: Writer, { epochMinutes, offsetMinutes }: ZonedMinute): void {
  to.value(epochMinutes);
  to.value(offsetMinutes);
}

const readTime = (from: Reader): ZonedMinute => ({
  epochMinutes: from.number(),
  offsetMinutes: from.number(),
});

function writeFare(to: Writer, fare: Fare): void {
  to.text(fare.brand);
  to.text(fare.cabin);
  to.value(fare.refundable);
  to.value(fare.changeable);
  to.value(fare.carryOnBags);
  to.value(fare.checkedBags);
  writeMoney(to, fare.extraBagPrice);
}

const readFare = (from: Reader): Fare => ({
  brand: from.textOrNull(),
  cabin: from.textOrNull() as Cabin | null,
  refundable: from.value() as boolean | null,
  changeable: from.value() as boolean | null,
  carryOnBags: from.value() as number | null,
  checkedBags: from.value() as number | null,
  extraBagPrice: readMoneyOrNull(from),
});

function writeMoney(to: Writer, amount: Money | null): void {
  to.value(amount && amount.minor);
  if (amount) to.text(amount.currency);
}

const readMoney = (from: Reader): Money => ({ minor: from.number(), currency: from.text() });
const readMoneyOrNull = (from: Reader): Money | null => (from.skipNull() ? null : readMoney(from));

function readList<Item>(from: Reader, readItem: (from: Reader) => Item): Item[] {
  const items: Item[] = [];
  for (let left = from.number(); left > 0; left -= 1) items.push(readItem(from));
  return items;
}
