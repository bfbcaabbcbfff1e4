import { createBusyShare } from '../../platform/busy-share.ts';

/** From this share of its time on, a loop has others to serve. */
const busyShare = 0.5;

/** Tells whether this thread has worked for most of the time since it was last asked. */
export function createBusyLoop(): () => boolean {
  const shareSince = createBusyShare();
  return () => shareSince() >= busyShare;
}
