import { load, type Target } from '../harness/load.ts';
import { differentMessage, repeatedMessage } from '../harness/messages.ts';
import type { Row } from '../harness/report.ts';
import { bareTarget, chatTarget, peerTarget, ports, startFloor, startWindrose } from '../harness/stage.ts';
import { median } from '../harness/statistics.ts';
import { startChild } from '../harness/child.ts';
import { warmUp } from '../harness/warm-up.ts';
import { warmTurns, type Scenario, type Stage } from './scenario.ts';

const atOnce = 64;

/** What is asked, and how often before it is measured and in each round: what takes less time is compiled after more turns. */
interface Kind {
  readonly messageOf: (index: number) => string;
  readonly warmTurns: number;
  readonly turnsARound: number;
  /** The peer is slower and has nothing to compile. */
  readonly peerTurnsARound: number;
}
const different: Kind = {
  messageOf: differentMessage,
  warmTurns,
  turnsARound: 2000,
  peerTurnsARound: 1000,
};
const repeating: Kind = {
  messageOf: repeatedMessage,
  warmTurns: 4 * warmTurns,
  turnsARound: 6000,
  peerTurnsARound: 2000,
};
/** Messages from here on are for warming up. */
const firstWarm = 20_000;

interface Round {
  readonly windrose: number;
  readonly peer: number | null;
  readonly bare: number;
  /** The same libraries asking the same source, and nothing else. */
  readonly floor: number;
  readonly failed: number;
  readonly cpuMsPerTurn: number;
}

/** Rounds of the three servers in turn, so that a drift of the machine's speed meets all of them. */
async function measure(stage: Stage, kind: Kind): Promise<Round[]> {
  const { messageOf, turnsARound } = kind;
  await stage.simulators.amadeus.set({ latencyMs: 0, offers: 20, fault: null });
  await using windrose = await startWindrose({ MAX_CONNECTIONS: '100', MAX_CONNECTIONS_PER_HOST: '100' });
  const target = chatTarget(windrose, 'async');
  const sample = await sampleAnswer(target);
  await using _bare = await startChild('bench/harness/bare-fastify.ts', {
    args: [String(sample.length)],
    readyText: 'bare ready',
  });
  await using floorTarget = await startFloor(100);
  const bareFastify = bareTarget('bare Fastify', ports.bare, () => true);
  const options = (first: number, turns = turnsARound) => ({
    turns,
    atOnce,
    messageOf: (index: number) => messageOf(first + index),
    checkEvery: 20,
  });
  await warmUp(target, options(firstWarm, kind.warmTurns));
  if (stage.peerUrl) await load(peerTarget(stage.peerUrl), options(firstWarm, 500));
  const rounds: Round[] = [];
  for (let round = 0; round < (stage.quick ? 1 : 5); round += 1) {
    const first = round * turnsARound;
    const cpuBefore = windrose.process.cpuSeconds();
    const ours = await load(target, options(first));
    const cpuMsPerTurn = ((windrose.process.cpuSeconds() - cpuBefore) * 1000) / turnsARound;
    const peer = stage.peerUrl
      ? await load(peerTarget(stage.peerUrl), options(first, kind.peerTurnsARound))
      : null;
    const bare = await load(bareFastify, options(first));
    const floor = await load(floorTarget, options(first));
    const failed = ours.failed + floor.failed + (peer?.failed ?? 0);
    if (ours.failures.length > 0) console.log(ours.failures.join('\n'));
    rounds.push({
      windrose: ours.turnsPerSecond,
      peer: peer?.turnsPerSecond ?? null,
      bare: bare.turnsPerSecond,
      floor: floor.turnsPerSecond,
      failed,
      cpuMsPerTurn,
    });
  }
  return rounds;
}

async function sampleAnswer(target: Target): Promise<string> {
  const response = await fetch(`${target.url}${target.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(target.bodyOf(differentMessage(20_000), 0)),
  });
  return response.text();
}

function rowOf(scenario: string, target: string, least: number, rounds: readonly Round[]): Row {
  const ratios = rounds.flatMap(({ windrose, peer }) => (peer === null ? [] : [windrose / peer]));
  const failed = rounds.reduce((sum, round) => sum + round.failed, 0);
  const figures: Record<string, number | string> = {
    'turns/s': median(rounds.map((round) => round.windrose)),
    'CPU ms a turn': median(rounds.map((round) => round.cpuMsPerTurn)),
    'share of bare Fastify': median(rounds.map((round) => round.windrose / round.bare)),
    failed,
  };
  if (ratios.length > 0) figures['times the peer'] = median(ratios);
  else figures['times the peer'] = 'no --peer named';
  return {
    scenario,
    target,
    figures,
    against: {
      'bare Fastify turns/s': median(rounds.map((round) => round.bare)),
      'Fastify that asks the source and reads it, turns/s': median(rounds.map((round) => round.floor)),
      ...(ratios.length > 0
        ? {
            'peer turns/s': median(rounds.map((round) => round.peer ?? Number.NaN)),
            'times the peer': median(rounds.map(({ floor, peer }) => floor / (peer ?? Number.NaN))),
          }
        : {}),
    },
    reached: failed === 0 && ratios.length > 0 && median(ratios) >= least,
  };
}

export const differentSearches: Scenario = {
  name: 'source latency 0, 64 at once, every search different',
  async run(stage) {
    const rounds = await measure(stage, different);
    return [rowOf(this.name, 'at least 1.8 times the peer', 1.8, rounds)];
  },
};

export const repeatedSearches: Scenario = {
  name: 'source latency 0, 64 at once, searches repeating',
  async run(stage) {
    const rounds = await measure(stage, repeating);
    return [rowOf(this.name, 'at least 5 times the peer', 5, rounds)];
  },
};
