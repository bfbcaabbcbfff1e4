import type { Party } from '../../domain/trip.ts';
import type { HttpRequest, SearchLeg, SearchRequest } from '../../search/provider.ts';

/** Bounds of `supplier_timeout` in milliseconds, and what Duffel takes when none is sent. */
const supplierTimeout = { least: 2000, most: 60_000, usual: 20_000 };

/** What is left of the budget for the way back and our own work. */
const reserveMs = 500;

const mostConnections = 2;

/** A batch offer request, whose offers are then read as the airlines send them. */
export function formatSearch(request: SearchRequest, budgetMs: number | null): HttpRequest {
  const data = {
    slices: request.legs.map(formatSlice),
    passengers: formatPassengers(request.passengers),
    cabin_class: request.cabin ?? 'economy',
    max_connections: Math.min(request.maxStops ?? mostConnections, mostConnections),
  };
  return {
    method: 'POST',
    path: `/air/batch_offer_requests?supplier_timeout=${fitSupplierTimeout(budgetMs)}`,
    body: JSON.stringify({ data }),
  };
}

export const formatNextBatch = (id: string): HttpRequest => ({
  method: 'GET',
  path: `/air/batch_offer_requests/${encodeURIComponent(id)}`,
});

export const formatOfferCheck = (id: string): HttpRequest => ({
  method: 'GET',
  path: `/air/offers/${encodeURIComponent(id)}`,
});

function formatSlice({ origin, destination, date, timeFrom, timeTo }: SearchLeg) {
  return {
    origin: origin.code,
    destination: destination.code,
    departure_date: date,
    ...(timeFrom || timeTo ? { departure_time: { from: timeFrom ?? '00:00', to: timeTo ?? '23:59' } } : {}),
  };
}

/** Adults by type, children by their age, lap infants by type. */
const formatPassengers = ({ adults, children, infants }: Party) => [
  ...Array.from({ length: adults }, () => ({ type: 'adult' })),
  ...children.map((age) => ({ age })),
  ...Array.from({ length: infants }, () => ({ type: 'infant_without_seat' })),
];

function fitSupplierTimeout(budgetMs: number | null): number {
  const wanted = budgetMs === null ? supplierTimeout.usual : Math.round(budgetMs) - reserveMs;
  return Math.min(Math.max(wanted, supplierTimeout.least), supplierTimeout.most);
}
