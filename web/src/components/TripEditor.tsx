import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';
import type { Trip } from '../../../src/contract/trip.ts';
import type { Place } from '../../../src/contract/place.ts';
import { sayCabin, sayDates, sayFrom, sayParty, sayTo, sayTrip } from '../model/trip-words.ts';
import { useWords } from '../texts/words.ts';
import { CabinEditor } from './CabinEditor.tsx';
import { DatesEditor } from './DatesEditor.tsx';
import { PartyEditor } from './PartyEditor.tsx';
import { PlaceEditor } from './PlaceEditor.tsx';

export interface EditedPart {
  readonly kind: 'from' | 'to' | 'dates' | 'party' | 'cabin';
  /** Which leg; 0 for what holds for the whole trip. */
  readonly leg: number;
}

interface TripEditorProps {
  readonly part: EditedPart;
  readonly trip: Trip;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onSay: (message: string) => void;
}

/** Completions stay for a while: typing back and forth asks only once. */
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 600_000, retry: 1 } } });

/** One part of the trip in a popover under its chip. */
export function TripEditor({ part, trip, trigger, onClose, onSay }: TripEditorProps) {
  const { t, locale } = useWords();
  const titles = {
    from: t.trip.from,
    to: t.trip.to,
    dates: t.trip.when,
    party: t.trip.party,
    cabin: t.trip.cabin,
  };
  const today = new Date().toLocaleDateString('sv-SE');
  const changeLeg = (change: Partial<Trip['legs'][number]>): string =>
    sayTrip(
      { ...trip, legs: trip.legs.map((leg, at) => (at === part.leg ? { ...leg, ...change } : leg)) },
      today,
    );
  const several = trip.trip_type === 'multi_city';
  const sayPlace = (place: Place): string => {
    if (part.kind === 'from') return several ? changeLeg({ origin: place }) : sayFrom(place);
    return several ? changeLeg({ destination: place }) : sayTo(place);
  };
  const sayDays = (leave: string, back: string | null): string =>
    several
      ? changeLeg({ departure: { earliest: leave, latest: leave, time_from: null, time_to: null } })
      : sayDates(leave, back, trip.trip_type === 'round_trip', today);
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale={locale}>
        <Popover
          className="popover"
          triggerRef={trigger}
          isOpen
          placement="bottom start"
          onOpenChange={(open) => !open && onClose()}
        >
          <Dialog className="editor" aria-label={titles[part.kind]}>
            {(part.kind === 'from' || part.kind === 'to') && (
              <PlaceEditor label={titles[part.kind]} onChoose={(place) => onSay(sayPlace(place))} />
            )}
            {part.kind === 'dates' && (
              <DatesEditor
                leave={trip.legs[part.leg]?.departure?.earliest ?? null}
                back={trip.trip_type === 'round_trip' ? (trip.legs[1]?.departure?.earliest ?? null) : null}
                oneLegOnly={several}
                roundTrip={trip.trip_type === 'round_trip'}
                onApply={(leave, back) => onSay(sayDays(leave, back))}
              />
            )}
            {part.kind === 'party' && (
              <PartyEditor party={trip.passengers} onApply={(party) => onSay(sayParty(party))} />
            )}
            {part.kind === 'cabin' && (
              <CabinEditor cabin={trip.cabin} onChoose={(cabin) => onSay(sayCabin(cabin))} />
            )}
          </Dialog>
        </Popover>
      </I18nProvider>
    </QueryClientProvider>
  );
}
