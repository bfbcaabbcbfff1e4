import type { Party } from '../../domain/trip.ts';
import { refine, withUnresolved, type Draft } from '../draft.ts';
import type { PartySaid } from '../parsers/party.ts';

/** Airlines and sources sell at most nine seats in one go. */
const mostTravellers = 9;

/** Sets who travels. More people than can be booked together are said back instead. */
export function refineParty(draft: Draft, said: PartySaid | null): Draft {
  if (!said) return draft;
  const party = partyAfter(draft.trip.passengers, said);
  const count = party.adults + party.children.length;
  if (count > mostTravellers || party.infants > mostTravellers) {
    return withUnresolved(draft, {
      kind: 'limit',
      phrase: `${String(count)} travellers`,
      slot: 'passengers',
      suggestions: [`${String(mostTravellers)} travellers`],
    });
  }
  if (count + party.infants < 1) return draft;
  return refine(draft, { passengers: party }, 'passengers');
}

function partyAfter(known: Party, { mode, heads, adults, children, infants, noChildren }: PartySaid): Party {
  if (noChildren) return { adults: Math.max(known.adults, 1), children: [], infants: 0 };
  if (mode === 'add') {
    return {
      adults: known.adults + adults,
      children: [...known.children, ...children],
      infants: known.infants + infants,
    };
  }
  if (mode === 'remove') {
    return {
      adults: Math.max(known.adults - adults, 1),
      children: known.children.slice(0, Math.max(known.children.length - children.length, 0)),
      infants: Math.max(known.infants - infants, 0),
    };
  }
  const named = children.length + infants;
  if (mode === 'among') {
    return {
      adults: Math.max(known.adults - named, 1),
      children: [...known.children, ...children],
      infants: known.infants + infants,
    };
  }
  if (heads !== null) {
    if (named > 0) return { adults: Math.max(heads - named, 1), children, infants };
    const young = known.children.length + known.infants;
    return young > 0 && heads > young
      ? { ...known, adults: heads - young }
      : { adults: heads, children: [], infants: 0 };
  }
  return { adults: adults > 0 ? adults : Math.max(known.adults, 1), children, infants };
}
