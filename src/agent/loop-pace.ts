/** Lets a piece of work begin: at once while there is room in this turn of the event loop, otherwise in one of the next ones. */
export type LoopPace = () => Promise<undefined> | undefined;

/**
 * Lets at most `most` pieces of work begin in one turn of the event loop, in the order they came. What they send leaves between two turns of
 * the loop: of a hundred pieces that arrive together the first ones would wait for the last one to have begun.
 */
export function createLoopPace(most: number): LoopPace {
  const waiting: (() => void)[] = [];
  let begun = 0;

  function nextTurn(): void {
    const next = waiting.splice(0, most);
    begun = next.length;
    if (begun > 0) setImmediate(nextTurn);
    for (const begin of next) begin();
  }

  return () => {
    if (begun === 0) setImmediate(nextTurn);
    if (begun < most) {
      begun += 1;
      return undefined;
    }
    const { promise, resolve } = Promise.withResolvers<undefined>();
    waiting.push(() => resolve(undefined));
    return promise;
  };
}
