import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { dearerWithBags, durationOf } from '../model/card-facts.ts';
import type { Order } from '../model/order-cards.ts';
import { useWords } from '../texts/words.ts';

interface OrderTabsProps {
  /** The first card of each order that passes the filters. */
  readonly tops: ReadonlyMap<Order, FlightCard | undefined>;
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}

/** The ways to look at the list, each with what its first flight costs and takes. */
export function OrderTabs({ tops, order, onChange }: OrderTabsProps) {
  const { t, money, duration } = useWords();
  const time = (card: FlightCard): string =>
    card.legs.length > 1 ? t.results.inAll(duration(durationOf(card))) : duration(durationOf(card));
  return (
    <div className="orders" role="group" aria-label={t.results.orderLabel}>
      {[...tops].map(([one, top]) => {
        const withBags = top && dearerWithBags(top);
        return (
          <button
            key={one}
            type="button"
            className="order"
            aria-pressed={one === order}
            onClick={() => onChange(one)}
          >
            <span>{t.results.orders[one]}</span>
            {top && (
              <span className="order-facts">
                <strong>{money(top.price.total)}</strong>
                {withBags && (
                  <>
                    <span className="sr-only">,</span>{' '}
                    <span className="order-bags">{t.card.withBags(money(withBags))}</span>
                  </>
                )}{' '}
                <span className="order-time">{time(top)}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
