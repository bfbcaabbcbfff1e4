import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { durationOf } from '../model/card-facts.ts';
import { orderCards, type Order } from '../model/filters.ts';
import { useWords } from '../texts/words.ts';

const orders: readonly Order[] = ['best', 'cheapest', 'fastest'];

interface OrderTabsProps {
  readonly cards: readonly FlightCard[];
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}

/** Three ways to look at the list, each with what its first flight costs and takes. */
export function OrderTabs({ cards, order, onChange }: OrderTabsProps) {
  const { t, money, duration } = useWords();
  return (
    <div className="orders" role="group" aria-label={t.results.orderLabel}>
      {orders.map((one) => {
        const [top] = orderCards(cards, one);
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
                <strong>{money(top.price.total)}</strong> {duration(durationOf(top))}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
