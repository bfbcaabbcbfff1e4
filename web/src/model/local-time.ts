/** The clock on the wall at the place, out of an ISO time with its offset; minutes after midnight. */
export const minuteOfDay = (iso: string): number =>
  Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16));

/** A Date whose UTC parts are the local ones, so that Intl with the zone UTC writes the wall clock. */
export const wallClock = (iso: string): Date =>
  new Date(iso.length === 10 ? `${iso}T00:00Z` : `${iso.slice(0, 16)}Z`);

/** The calendar day at the place: "2026-12-04". */
export const dayOf = (iso: string): string => iso.slice(0, 10);

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
