import { setTimeout as delay } from 'node:timers/promises';
import { differentMessage, repeatedMessage } from '../../../bench/harness/messages.ts';
import type { Simulator } from '../../../test/simulators/http-server.ts';
import type { RedisServer } from '../../../test/store/start-redis.ts';

/** What the story may change while it goes on. */
export interface Stage {
  readonly url: string;
  readonly amadeus: Simulator;
  readonly duffel: Simulator;
  readonly redis: RedisServer;
}

export interface Phase {
  readonly title: string;
  readonly seconds: number;
  readonly turnsPerSecond: number;
  /** What travellers do in turn, over and over. */
  readonly habits: readonly Habit[];
  readonly begin: (stage: Stage) => unknown;
}

/** A new search, one that others make too, a word about what is held, a search in the sync mode, a place looked up, an id mistyped. */
type Habit = 'search' | 'popular' | 'follow-up' | 'sync' | 'place' | 'mistake';

const usual: readonly Habit[] = [
  'search',
  'follow-up',
  'popular',
  'place',
  'search',
  'follow-up',
  'popular',
  'sync',
];

/** Something for every panel to show. The failing source is asked more often, so that its breaker has seen enough in a few seconds. */
export const story: readonly Phase[] = [
  {
    title: 'a usual day',
    seconds: 18,
    turnsPerSecond: 3,
    habits: [...usual, 'mistake'],
    begin({ duffel }) {
      Object.assign(duffel.behaviour, { fault: 'malformed_offers', faultsLeft: 6 });
    },
  },
  {
    title: 'Amadeus is slow',
    seconds: 16,
    turnsPerSecond: 3,
    habits: ['search', 'follow-up', 'search', 'place'],
    begin: ({ amadeus }) => (amadeus.behaviour.latencyMs = 3300),
  },
  {
    title: 'Duffel fails',
    seconds: 18,
    turnsPerSecond: 5,
    habits: ['search', 'search', 'search', 'follow-up'],
    begin({ amadeus, duffel }) {
      amadeus.behaviour.latencyMs = 300;
      duffel.behaviour.fault = 'error_500';
      duffel.behaviour.faultsLeft = null;
    },
  },
  {
    title: 'Duffel is back',
    seconds: 14,
    turnsPerSecond: 3,
    habits: usual,
    begin: ({ duffel }) => (duffel.behaviour.fault = null),
  },
  {
    title: 'all ask the same',
    seconds: 12,
    turnsPerSecond: 5,
    habits: ['popular', 'follow-up', 'popular'],
    begin: () => undefined,
  },
  {
    title: 'Redis is away',
    seconds: 9,
    turnsPerSecond: 3,
    habits: usual,
    begin: ({ redis }) => redis.kill(),
  },
  {
    title: 'all is well',
    seconds: 8,
    turnsPerSecond: 3,
    habits: usual,
    begin: ({ redis }) => redis.restart(),
  },
];

/** Unix time at which each phase began and the last one ended, seconds. */
export interface Told {
  readonly beganAt: readonly number[];
  readonly endedAt: number;
}

/** Plays the story, and waits for the last answer. */
export async function tell(stage: Stage, onPhase: (phase: Phase) => void): Promise<Told> {
  const say = createTravellers(stage.url);
  const underWay: Promise<void>[] = [];
  const beganAt: number[] = [];
  for (const phase of story) {
    onPhase(phase);
    beganAt.push(Date.now() / 1000);
    const endsAt = performance.now() + phase.seconds * 1000;
    await phase.begin(stage);
    for (let turn = 0; performance.now() < endsAt; turn += 1) {
      const habit = phase.habits[turn % phase.habits.length];
      if (habit) underWay.push(say(habit));
      await delay(1000 / phase.turnsPerSecond);
    }
  }
  await Promise.all(underWay);
  return { beganAt, endedAt: Date.now() / 1000 };
}

const followUps = [
  'sort by duration',
  'cheapest first',
  'What about bags?',
  'at most one stop',
  'any number of stops',
  'Is it still available?',
];
/** Searches that many make. */
const popular = 3;

/** People with one conversation or another, who send what they are told to. */
function createTravellers(url: string): (habit: Habit) => Promise<void> {
  const conversations: string[] = [];
  let searches = 0;
  let turns = 0;
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { session_id?: string; flight_cards?: unknown[] };
    if (answer.session_id && answer.flight_cards?.length) conversations.push(answer.session_id);
  };
  const get = async (path: string) => {
    await (await fetch(`${url}${path}`)).text();
  };
  return async (habit) => {
    turns += 1;
    switch (habit) {
      case 'search':
        return post('/chat', { message: differentMessage((searches += 1)) });
      case 'popular':
        // Two at the same moment, so that one joins the other where it is not answered already.
        await Promise.all(
          [1, 2].map(() => post('/chat/async', { message: repeatedMessage(turns % popular) })),
        );
        return;
      case 'sync':
        return post('/chat/sync', { message: differentMessage((searches += 1)) });
      case 'follow-up': {
        const session = conversations.shift();
        const message = followUps[turns % followUps.length];
        return session ? post('/chat', { message, session_id: session }) : get('/places?q=lis');
      }
      case 'place':
        return get('/places?q=lis');
      case 'mistake':
        return get('/sessions/mistyped');
    }
  };
}
