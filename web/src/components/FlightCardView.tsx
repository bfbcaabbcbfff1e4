import { memo, useId, useState } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { dearerWithBags } from '../model/card-facts.ts';
import { flightNameOf } from '../model/flight-name.ts';
import { legLabel } from '../model/leg-label.ts';
import { nameOfSource } from '../model/name-of-source.ts';
import { sayPrice } from '../texts/say-price.ts';
import { agentLanguage, useWords } from '../texts/words.ts';
import { Emissions } from './Emissions.tsx';
import { FareChoices, sayBags } from './FareChoices.tsx';
import { Icon } from './Icon.tsx';
import { LegLine } from './LegLine.tsx';
import { Reasons } from './Reasons.tsx';
import { Timeline } from './Timeline.tsx';

export interface FlightCardViewProps {
  readonly card: FlightCard;
  readonly medianCo2: number | null;
  readonly pointedAt: boolean;
  readonly compared: boolean;
  readonly mayCompare: boolean;
  readonly onCompare: (card: FlightCard) => void;
  readonly onChoose: (card: FlightCard) => void;
}

/** One offer: what it is, what it costs, and why it stands here. Memoised: filters leave the cards they keep alone. */
export const FlightCardView = memo(function FlightCardView(props: FlightCardViewProps) {
  const { card, compared } = props;
  const words = useWords();
  const { t, money, time } = words;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { airline, number, carrier, seller } = flightNameOf(card);
  const name = t.card.name(
    t.card.flight(`${airline} ${number}`, seller),
    time(card.legs[0]?.departs_at ?? ''),
    sayPrice(card, words),
  );
  const withBags = dearerWithBags(card);
  return (
    <article
      id={`card-${card.offer_id}`}
      className="card"
      data-pointed={props.pointedAt}
      aria-labelledby={id}
      tabIndex={-1}
    >
      <h3 id={id} className="sr-only">
        {name}
      </h3>
      <header className="card-head">
        <span className="airline-mark" aria-hidden="true">
          {carrier}
        </span>
        <span className="airline-name">
          {airline} {number}
          {seller && <span className="seller"> ·{`\u00a0${t.card.seller(seller)}`}</span>}
        </span>
        {card.badges.map((badge) => (
          <span key={badge} className="badge" data-badge={badge}>
            {t.card.badges[badge]}
          </span>
        ))}
        {card.demo && (
          <span className="badge demo" title={t.card.demoLong}>
            {t.card.demo}
          </span>
        )}
      </header>
      <div className="card-legs">
        {card.legs.map((leg, at) => (
          <LegLine key={leg.departs_at} leg={leg} label={legLabel(card, at, t)} />
        ))}
      </div>
      <div className="card-price">
        <p className="price">{money(card.price.total)}</p>
        {withBags && <p className="price-bags">{t.card.withBags(money(withBags))}</p>}
        {card.price.per_traveller && card.price.per_traveller.amount !== card.price.total.amount && (
          <>
            <p className="quiet">{t.card.forAll}</p>
            <p className="quiet">{t.card.perTraveller(money(card.price.per_traveller))}</p>
          </>
        )}
        {card.fare.brand && <p className="quiet">{card.fare.brand}</p>}
        {card.seats_left !== null && card.seats_left < 5 && (
          <p className="seats">{t.card.seats(card.seats_left)}</p>
        )}
      </div>
      <div className="card-why">
        <Reasons card={card} />
        {card.warnings.length > 0 && (
          <p className="warning">
            <Icon name="warning" />
            <span>
              <span className="sr-only">{t.card.warnings}: </span>
              <span lang={agentLanguage}>{card.warnings.join(' · ')}</span>
            </span>
          </p>
        )}
      </div>
      <footer className="card-foot">
        <span className="fact">
          <Icon name="bag" />
          <span>{sayBags(card.fare, words).join(' · ')}</span>
        </span>
        {card.co2_kg !== null && <Emissions kilograms={card.co2_kg} median={props.medianCo2} />}
        <span className="card-actions">
          <label className="compare-tick" data-disabled={!compared && !props.mayCompare}>
            <input
              type="checkbox"
              checked={compared}
              disabled={!compared && !props.mayCompare}
              aria-label={t.card.compareOf(name)}
              onChange={() => props.onCompare(card)}
            />
            <span aria-hidden="true">{t.card.compare}</span>
          </label>
          <button
            type="button"
            className="text-button"
            aria-expanded={open}
            aria-controls={`${id}-details`}
            aria-label={t.card.detailsOf(name)}
            onClick={() => setOpen(!open)}
          >
            {t.card.details}
            <Icon name="down" className={open ? 'icon turned' : 'icon'} />
          </button>
          {card.booking.kind === 'link' && card.booking.url && (
            <a className="button" href={card.booking.url} target="_blank" rel="noreferrer">
              {t.card.book}
            </a>
          )}
          {card.booking.kind !== 'link' && (
            <button
              type="button"
              className="button"
              aria-label={t.card.chooseOf(name)}
              onClick={() => props.onChoose(card)}
            >
              {t.card.choose}
            </button>
          )}
        </span>
      </footer>
      <div id={`${id}-details`} className="card-details" hidden={!open}>
        {open && (
          <>
            {card.legs.map((leg, at) => (
              <section key={leg.departs_at}>
                {legLabel(card, at, t) && <h4>{legLabel(card, at, t)}</h4>}
                <Timeline leg={leg} />
              </section>
            ))}
            <FareChoices card={card} />
            <p className="quiet">
              {card.sources.length > 1 &&
                t.card.soldBy(
                  card.sources
                    .map(({ provider, total }) => `${nameOfSource(provider)} (${money(total)})`)
                    .join(', '),
                )}
              {card.demo && ` ${t.card.demoLong}`}
            </p>
          </>
        )}
      </div>
    </article>
  );
});
