import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { durationOf } from '../model/card-facts.ts';
import { orders, type Order } from '../model/order-cards.ts';
import { useWords } from '../texts/words.ts';

interface OrderTabsProps {
  /** The first card of each order that passes the filters. */
  readonly tops: Readonly<Record<Order, FlightCard | undefined>>;
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}

/** Three ways to look at the list, each with what its first flight costs and takes. */
export function OrderTabs({ tops, order, onChange }: OrderTabsProps) {
  const { t, money, duration } = useWords();
  return (
    <div className="orders" role="group" aria-label={t.results.orderLabel}>
      {orders.map((one) => {
        const top = tops[one];
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
                <strong>{money(top.price.total)}</strong>{' '}
                {top.legs.length > 1 ? t.results.inAll(duration(durationOf(top))) : duration(durationOf(top))}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
