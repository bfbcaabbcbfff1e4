import { load, type LoadOptions, type Target } from './load.ts';

/** Turns on one connection before it is closed: clients come and go, and each new connection takes code that an old one does not. */
const turnsOnConnection = 10;

/** Runs the code that turns need before they are measured, over many connections, as it is measured over new ones. */
export async function warmUp(target: Target, options: LoadOptions): Promise<void> {
  const { turns, atOnce, messageOf } = options;
  const together = atOnce * turnsOnConnection;
  for (let sent = 0; sent < turns; sent += together)
    await load(target, {
      ...options,
      turns: Math.min(together, turns - sent),
      messageOf: (index) => messageOf(sent + index),
    });
}
