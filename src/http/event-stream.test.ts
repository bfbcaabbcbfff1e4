import { expect, it } from 'vitest';
import { wantsEvents } from './event-stream.ts';

it.each([
  'text/event-stream',
  'Text/Event-Stream',
  'text/event-stream; charset=utf-8',
  'text/event-stream;q=0.5',
  'application/json, text/event-stream',
  'text/event-stream, */*;q=0.1',
  'application/json;q=0.5 , text/event-stream ; q=0.8',
])('with “%s” a client is answered with events', (accept) => {
  expect(wantsEvents(accept)).toBe(true);
});

it.each([
  undefined,
  '',
  '*/*',
  'text/*',
  'application/json',
  'text/event-stream;q=0, application/json',
  'text/event-stream; Q=0.0',
  'application/json, text/event-stream;q=0.5',
  'application/text/event-stream',
  'x-text/event-streams, nonsense',
])('with “%s” a client is answered with JSON', (accept) => {
  expect(wantsEvents(accept)).toBe(false);
});
