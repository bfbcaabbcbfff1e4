/** An answer that may show flights. */
interface Answer {
  readonly flight_cards?: readonly object[];
}

const known = new WeakMap<readonly object[], Buffer>();
const before = Buffer.from(',"flight_cards":');
const after = Buffer.from('}');

/**
 * An answer as the bytes of its JSON. Cards are most of them, and a popular search shows the very same list to many travellers: the bytes
 * of a list are made once and remembered as long as the list lives.
 */
export function answerJson(answer: object): Buffer {
  const { flight_cards: cards, ...others } = answer as Answer;
  const rest = Buffer.from(JSON.stringify(others));
  if (!cards || rest.length === emptyObject) return Buffer.from(JSON.stringify(answer));
  let list = known.get(cards);
  if (!list) {
    list = Buffer.from(JSON.stringify(cards));
    known.set(cards, list);
  }
  return Buffer.concat([rest.subarray(0, -1), before, list, after]);
}

const emptyObject = '{}'.length;
