import { refine, type Draft } from '../draft.ts';
import type { Message } from '../message.ts';
import { Pattern } from '../patterns/pattern.ts';

const shortened = new Pattern(
  /\b(?:drop|remove|delete|cut(?: out)?|leave out|take (?:out|off|away)|skip|scrap|cancel|get rid of|forget(?: about)?|without|lose) (?:the |that |my |our )?(last|final|first) (?:one|flight|leg|stretch|part|stop|city|hop|journey|segment|trip)\b/,
);

/** "Drop the last flight" of a trip of several: the trip ends, or begins, one flight sooner. */
export function refineLastLeg(draft: Draft, { wishes }: Message): Draft {
  const { trip, stated } = draft;
  if (trip.tripType !== 'multi_city' || trip.legs.length < 2 || stated.length > 0) return draft;
  const which = shortened.exec(wishes)?.[1];
  if (which === undefined) return draft;
  const legs = which === 'first' ? trip.legs.slice(1) : trip.legs.slice(0, -1);
  return refine(draft, { legs, tripType: legs.length === 1 ? 'one_way' : 'multi_city' }, 'destination');
}
