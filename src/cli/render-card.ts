import { styleText } from 'node:util';
import type { FlightCard } from '../contract/flight-card.ts';

export interface Screen {
  readonly colours: boolean;
  /** Characters in a line. */
  readonly width: number;
  readonly locale: string;
}

type Style = Parameters<typeof styleText>[0];

export const paint = (screen: Screen, style: Style, text: string): string =>
  screen.colours ? styleText(style, text, { validateStream: false }) : text;

/** A card as lines of text: what it costs and why on the first, a line for each direction, then what to know. */
export function renderCard(card: FlightCard, position: number, screen: Screen): string {
  const badges = card.badges.length > 0 ? ` ${paint(screen, 'green', `[${card.badges.join(', ')}]`)}` : '';
  const money = paint(screen, 'bold', formatMoney(card.price.total, screen.locale));
  const fare = [card.fare.brand, bags(card), card.fare.refundable ? 'refundable' : null]
    .filter(Boolean)
    .join(', ');
  const lines = [
    `${String(position).padStart(2)}. ${money}  ${card.airline.name}${fare ? ` (${fare})` : ''}${badges}`,
    ...card.legs.map((leg) => `      ${renderLeg(leg)}`),
    ...card.reasons.slice(0, 2).map((reason) => `      ${paint(screen, 'cyan', reason)}`),
    ...card.warnings.slice(0, 3).map((warning) => `      ${paint(screen, 'yellow', `! ${warning}`)}`),
  ];
  return lines.map((line) => (screen.colours ? line : line.slice(0, screen.width))).join('\n');
}

function renderLeg(leg: FlightCard['legs'][number]): string {
  const shift = leg.day_shift === 0 ? '  ' : `${leg.day_shift > 0 ? '+' : '-'}${Math.abs(leg.day_shift)}`;
  const via = leg.layovers.map(({ airport }) => airport).join(', ');
  const stops =
    leg.stops === 0 ? 'nonstop' : `${leg.stops} stop${leg.stops === 1 ? '' : 's'}${via ? ` ${via}` : ''}`;
  const hours = `${Math.floor(leg.duration_minutes / 60)} h ${String(leg.duration_minutes % 60).padStart(2, '0')}`;
  const flights = leg.segments.map(({ flight }) => flight).join(', ');
  return `${leg.departs_at.slice(5, 10)}  ${leg.origin} ${leg.departs_at.slice(11, 16)} - ${leg.destination} ${leg.arrives_at.slice(11, 16)} ${shift}  ${hours.padStart(7)}  ${stops.padEnd(16)} ${flights}`;
}

function bags({ fare }: FlightCard): string | null {
  if (fare.checked_bags === null) return null;
  return fare.checked_bags === 0
    ? 'no checked bag'
    : `${fare.checked_bags} checked bag${fare.checked_bags === 1 ? '' : 's'}`;
}

const formatMoney = ({ amount, currency }: { amount: string; currency: string }, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(Number(amount)) ? 0 : 2,
  }).format(Number(amount));
