/** What the clocks of a zone show. */
export interface WallClock {
  /** To the minute. */
  readonly present: Temporal.PlainDateTime;
  /** The calendar date, "2026-12-04". */
  readonly today: string;
}

export type WallClocks = (now: Temporal.Instant, timeZone: string) => WallClock;

const minuteMs = 60_000;
/** There are some six hundred names of zones. */
const mostZones = 1000;

/**
 * Reads the clocks of zones. Every turn looks at one; a conversion of Temporal takes a hundredth of a turn that is answered from the cache,
 * so that each clock is read once a minute. Throws RangeError on an unknown zone.
 */
export function createWallClocks(): WallClocks {
  const known = new Map<string, { readonly minute: number; readonly clock: WallClock }>();
  return (now, timeZone) => {
    const minute = Math.floor(now.epochMilliseconds / minuteMs);
    const last = known.get(timeZone);
    if (last?.minute === minute) return last.clock;
    const present = now.toZonedDateTimeISO(timeZone).toPlainDateTime().round({
      smallestUnit: 'minute',
      roundingMode: 'floor',
    });
    const clock = { present, today: present.toPlainDate().toString() };
    if (known.size >= mostZones) known.clear();
    known.set(timeZone, { minute, clock });
    return clock;
  };
}
