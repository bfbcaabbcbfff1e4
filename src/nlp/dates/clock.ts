const partOfDay = '(?: in the| at) (morning|afternoon|evening|night)';

/**
 * Sources of patterns for a time by the clock, in so many groups that `minuteOf` reads: with `hour` a bare hour as well, which a part of the
 * day tells to be one: "9 in the evening".
 */
const clockWith = (hour: string): string =>
  `(?:(\\d{1,2})(?:[:.h](\\d{2}))? ?(a\\.?m\\.?|p\\.?m\\.?)(?![a-z])|(\\d{1,2}):(\\d{2})(?: ?(?:h|hrs|hours))?(?![\\d:])(?:${partOfDay})?|${hour}|(noon|midday|midnight))`;

export const clock = clockWith(`(\\d{1,2}) o'clock(?:${partOfDay})?`);
/** Only behind a word of time: "Dec 7 in the morning" is a day. */
export const clockOrHour = clockWith(`(\\d{1,2})(?: o'clock)?(?:${partOfDay}|(?<= o'clock))`);
const groups = 9;

/** Minutes since midnight of the clock groups of a match, from `at` on; null where the figures are no time. */
export function minuteOf(match: RegExpMatchArray, at: number): number | null {
  const [hour12, minute12, half, hour24, minute24, partOf24, hourClock, partOfHour, word] = match.slice(
    at,
    at + groups,
  );
  const part = partOf24 ?? partOfHour;
  if (word !== undefined) return word === 'midnight' ? 0 : 720;
  const hour = Number(hour12 ?? hour24 ?? hourClock);
  const minute = Number(minute12 ?? minute24 ?? 0);
  if (!(hour <= 24) || minute > 59) return null;
  if (half !== undefined)
    return hour > 12 ? null : ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + minute;
  if (part === 'night' && hour <= 12)
    return ((hour >= nightBegins && hour < 12 ? hour + 12 : hour % 12) * 60 + minute) % 1440;
  const afternoon = part === 'afternoon' || part === 'evening';
  return (((hour % 24) + (afternoon && hour < 12 ? 12 : 0)) * 60 + minute) % 1440;
}

/** "7 at night" is in the evening, "4 at night" before dawn. */
const nightBegins = 6;
