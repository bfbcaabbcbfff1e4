/**
 * What reading an offer comes to, and in words what was wrong where one of its values is none of its kind, as a time that no clock shows
 * (RangeError). Only the offer is lost then, not the whole answer; any other error is a bug.
 */
export function orUnreadable<Read>(read: () => Read): Read | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return `unreadable: ${error.message}`;
    throw error;
  }
}
