const byLand =
  /\b(?:trains?|rail|eurostar|bus|coach|ferry|drive|driving|cycle|cycling|walk|hitchhike)(?: (?:on|over|up|down|north|south))? to $/;

/** "Then by train to ◆": no flight lands at the place whose mark stands at `at`. */
export const isReachedByLand = (text: string, at: number): boolean =>
  byLand.test(text.slice(Math.max(0, at - 30), at));
