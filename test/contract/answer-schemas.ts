import type { z } from 'zod';
import { CalendarAnswer } from '../../src/contract/calendar.ts';
import { ChatAnswer } from '../../src/contract/chat.ts';
import { SearchEvent, TurnEvent } from '../../src/contract/events.ts';
import { HealthAnswer } from '../../src/contract/health.ts';
import { OfferCheckAnswer } from '../../src/contract/offer-check.ts';
import { PlacesAnswer } from '../../src/contract/place.ts';
import { SearchAnswer } from '../../src/contract/search.ts';
import { CardsAnswer, SessionAnswer } from '../../src/contract/session.ts';
import { UnderstandAnswer } from '../../src/contract/understand.ts';

/** What a route may say when all is well. */
export interface RouteAnswers {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As the OpenAPI description writes it. */
  readonly path: string;
  /** Null where a good answer has no body. */
  readonly answer: z.ZodType | null;
  /** The events it streams to a client that asks for them. */
  readonly event?: z.ZodType;
  /** Statuses other than 200 whose body is still the answer. */
  readonly alsoAnswers?: readonly number[];
}

/** Every route that speaks JSON. */
export const routes: readonly RouteAnswers[] = [
  { method: 'POST', path: '/chat', answer: ChatAnswer, event: TurnEvent },
  { method: 'POST', path: '/chat/async', answer: ChatAnswer, event: TurnEvent },
  { method: 'POST', path: '/chat/sync', answer: ChatAnswer, event: TurnEvent },
  { method: 'POST', path: '/search', answer: SearchAnswer, event: SearchEvent },
  { method: 'POST', path: '/understand', answer: UnderstandAnswer },
  { method: 'GET', path: '/places', answer: PlacesAnswer },
  { method: 'GET', path: '/calendar', answer: CalendarAnswer },
  { method: 'GET', path: '/sessions/{id}', answer: SessionAnswer },
  { method: 'GET', path: '/sessions/{id}/cards', answer: CardsAnswer },
  { method: 'DELETE', path: '/sessions/{id}', answer: null },
  { method: 'GET', path: '/offers/{offer_id}', answer: OfferCheckAnswer },
  { method: 'GET', path: '/health/live', answer: HealthAnswer },
  { method: 'GET', path: '/health/ready', answer: HealthAnswer, alsoAnswers: [503] },
  { method: 'GET', path: '/health/async', answer: HealthAnswer, alsoAnswers: [503] },
];

/** The route that a request reaches; undefined where no JSON route answers. */
export function findRoute(method: string, url: string): RouteAnswers | undefined {
  const path = url.split('?')[0] ?? '';
  return routes.find(
    (route) =>
      route.method === method && new RegExp(`^${route.path.replace(/\{\w+\}/u, '[^/]+')}/?$`, 'u').test(path),
  );
}
