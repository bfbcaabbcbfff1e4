import { readFileSync } from 'node:fs';
import { startChild, type Child } from './child.ts';
import type { Target } from './load.ts';

/** Ports of the benchmark's processes, apart from the usual ones so that a running Windrose does not disturb. */
export const ports = {
  amadeus: 9101,
  duffel: 9102,
  second: 9103,
  windrose: 3901,
  bare: 3902,
  floor: 3903,
} as const;

export interface SimulatorHandle {
  readonly url: string;
  /** Changes how the simulated source behaves from now on. */
  set(behaviour: Record<string, unknown>): Promise<void>;
}

const simulator = (port: number): SimulatorHandle => ({
  url: `http://127.0.0.1:${port}`,
  async set(behaviour) {
    const response = await fetch(`http://127.0.0.1:${port}/__behaviour`, {
      method: 'PUT',
      body: JSON.stringify(behaviour),
    });
    if (!response.ok) throw new Error(`the simulator on ${port} answered ${response.status}`);
    await response.text();
  },
});

/** The simulated sources in a process of their own, behind handles that change them. */
export interface Simulators extends AsyncDisposable {
  readonly amadeus: SimulatorHandle;
  readonly duffel: SimulatorHandle;
  /** A second source that speaks Amadeus. */
  readonly second: SimulatorHandle;
}

export async function startSimulators(): Promise<Simulators> {
  const child = await startChild('bench/harness/simulators.ts', { readyText: 'simulators ready' });
  return {
    amadeus: simulator(ports.amadeus),
    duffel: simulator(ports.duffel),
    second: simulator(ports.second),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

export interface Windrose extends AsyncDisposable {
  readonly process: Child;
  readonly url: string;
}

/** The real server, as `npm start` runs it, with Amadeus alone for its source unless the environment says otherwise. */
export async function startWindrose(env: Readonly<Record<string, string>> = {}): Promise<Windrose> {
  const process = await startChild('src/main.ts', {
    nodeArgs: startOptions(),
    args: ['serve'],
    env: { ...usualEnvironment, ...env },
    readyText: String(ports.windrose),
  });
  return windroseAt(process);
}

/** The options of Node that `npm start` sets. */
function startOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Windrose on three sources: Amadeus, Duffel and a second Amadeus. */
export async function startWindroseOnThreeSources(
  env: Readonly<Record<string, string>> = {},
): Promise<Windrose> {
  const process = await startChild('bench/harness/three-sources.ts', {
    nodeArgs: startOptions(),
    env: { ...usualEnvironment, ...env },
    readyText: String(ports.windrose),
  });
  return windroseAt(process);
}

const windroseAt = (process: Child): Windrose => ({
  process,
  url: `http://127.0.0.1:${ports.windrose}`,
  [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
});

const usualEnvironment = {
  PORT: String(ports.windrose),
  DATA_DIR: ':memory:',
  DEMO_PROVIDER: 'off',
  LOG_LEVEL: 'info',
  AMADEUS_BASE_URL: `http://127.0.0.1:${ports.amadeus}`,
  AMADEUS_API_KEY: 'bench',
  AMADEUS_API_SECRET: 'bench',
} as const;

interface ChatLike {
  flight_cards?: unknown[];
  search?: { complete?: boolean; offers_seen?: number } | null;
}

export const hasCards = (answer: unknown): boolean => ((answer as ChatLike).flight_cards?.length ?? 0) > 0;

/** A chat target on Windrose; an answer is good when it has cards. */
export const chatTarget = (windrose: Windrose, mode: 'async' | 'sync'): Target => ({
  name: `Windrose ${mode}`,
  url: windrose.url,
  path: `/chat/${mode}`,
  bodyOf: (message) => ({ message }),
  isGood: hasCards,
});

/** The same where "still asking" is as good an answer as cards. */
export const patientChatTarget = (windrose: Windrose): Target => ({
  ...chatTarget(windrose, 'async'),
  isGood: (answer) => hasCards(answer) || (answer as ChatLike).search?.complete === false,
});

/** A server of the same libraries that asks the simulated Amadeus, reads its answer and does nothing else: the floor. */
export async function startFloor(connections: number): Promise<Target & AsyncDisposable> {
  const process = await startChild('bench/harness/bare-source.ts', {
    nodeArgs: startOptions(),
    args: [String(connections)],
    readyText: 'floor ready',
  });
  return {
    ...bareTarget('the floor', ports.floor, hasCards),
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  };
}

/** A server that takes whatever message for a question. */
export const bareTarget = (name: string, port: number, isGood: Target['isGood']): Target => ({
  name,
  url: `http://127.0.0.1:${port}`,
  path: '/chat',
  bodyOf: (message) => ({ message }),
  isGood,
});

/** Another chat server that searches the same simulator; it makes its own use of the session id. */
export const peerTarget = (url: string): Target => ({
  name: 'peer',
  url,
  path: '/chat',
  bodyOf: (message, index) => ({ message, session_id: `bench-${process.pid}-${Date.now()}-${index}` }),
  isGood: (answer) => ((answer as { offers?: unknown[] }).offers?.length ?? 0) > 0,
});
