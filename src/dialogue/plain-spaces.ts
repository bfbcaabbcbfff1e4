/** Intl parts hours and the half of the day, and thousands, by a narrow space that terminals and tests trip over. */
export const plainSpaces = (text: string): string => text.replaceAll('\u202f', ' ');
