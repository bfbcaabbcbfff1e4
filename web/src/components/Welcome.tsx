import type { Trip } from '../../../src/contract/trip.ts';
import type { Conversation } from '../model/conversation.ts';
import { useWords } from '../texts/words.ts';
import { Rose } from './Rose.tsx';

interface WelcomeProps {
  readonly recent: readonly Trip[];
  /** Why the page begins anew where something else was wanted. */
  readonly begunAnew: Conversation['begunAnew'];
  readonly onSend: (message: string) => void;
  readonly onTrip: (trip: Trip) => void;
  readonly onForget: () => void;
  readonly children: React.ReactNode;
}

/** The first page: a question, a place to answer it, and trips to try. */
export function Welcome({ recent, begunAnew, onSend, onTrip, onForget, children }: WelcomeProps) {
  const { t, day } = useWords();
  return (
    <main className="welcome" id="results" tabIndex={-1}>
      <Rhumbs />
      <Rose className="welcome-rose" />
      <h1>{t.welcome.title}</h1>
      <p className="lead">{t.welcome.lead}</p>
      {begunAnew && (
        <p className="welcome-note" role="alert">
          {t.welcome[begunAnew]}
          {begunAnew === 'forgotten' && recent.length > 0 && ` ${t.welcome.amongRecent}`}
        </p>
      )}
      {children}
      <section aria-labelledby="examples">
        <h2 id="examples">{t.welcome.examples}</h2>
        <ul className="examples">
          {t.welcome.exampleTrips.map((trip) => (
            <li key={trip}>
              <button type="button" className="example" lang="en" onClick={() => onSend(trip)}>
                {trip}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {recent.length > 0 && (
        <section aria-labelledby="recent">
          <h2 id="recent">{t.welcome.recent}</h2>
          <ul className="recent">
            {recent.map((trip) => (
              <li key={JSON.stringify(trip.legs)}>
                <button type="button" className="pill" onClick={() => onTrip(trip)}>
                  <strong>{routeName(trip)}</strong>{' '}
                  {trip.legs[0]?.departure && day(trip.legs[0].departure.earliest)}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="text-button" onClick={onForget}>
            {t.welcome.forgetRecent}
          </button>
        </section>
      )}
    </main>
  );
}

/** "Boston – Lisbon", with every further stop of a trip to several cities. */
function routeName({ legs, trip_type: type }: Trip): string {
  const shown = type === 'round_trip' ? legs.slice(0, 1) : legs;
  return [shown[0]?.origin?.name, ...shown.map((leg) => leg.destination?.name)].filter(Boolean).join(' – ');
}

/** Lines of the same course in 32 directions, as portolan charts have them. */
function Rhumbs() {
  const directions = Array.from({ length: 16 }, (_, at) => (at * 360) / 32);
  return (
    <svg className="rhumbs" viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
      {directions.map((degrees) => (
        <line key={degrees} x1="-50" x2="50" y1="0" y2="0" transform={`rotate(${degrees})`} />
      ))}
    </svg>
  );
}
