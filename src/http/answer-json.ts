/** An answer that may show flights. */
interface Answer {
  readonly flight_cards?: readonly object[];
}

/** The bytes of lists of cards; null for one that was written once, which most never are again. */
const known = new WeakMap<readonly object[], Buffer | null>();
const before = Buffer.from(',"flight_cards":');
const after = Buffer.from('}');

/**
 * An answer as the bytes of its JSON. Cards are most of them, and a popular search shows the very same list to many travellers: a list that
 * comes a second time is remembered as its bytes as long as it lives.
 */
export function answerJson(answer: object): Buffer {
  const { flight_cards: cards, ...others } = answer as Answer;
  const list = cards && bytesOf(cards);
  if (!list) return Buffer.from(JSON.stringify(answer));
  const rest = Buffer.from(JSON.stringify(others));
  if (rest.length === emptyObject) return Buffer.from(JSON.stringify(answer));
  return Buffer.concat([rest.subarray(0, -1), before, list, after]);
}

/** The bytes of a list that was written before. */
function bytesOf(cards: readonly object[]): Buffer | null {
  let list = known.get(cards);
  if (list === undefined) known.set(cards, (list = null));
  else if (list === null) known.set(cards, (list = Buffer.from(JSON.stringify(cards))));
  return list;
}

const emptyObject = '{}'.length;
