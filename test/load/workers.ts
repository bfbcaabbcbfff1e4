import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../../bench/harness/statistics.ts';
import { closedLoop } from './closed-loop.ts';
import { machineCpuSeconds } from './machine-cpu.ts';
import type { LoadScenario } from './scenario.ts';
import { flexibleStepsOf } from './steps.ts';
import { serve, type Serve } from './serve.ts';

const atOnce = 16;
const rounds = 3;
const warmUpSeconds = 8;
const leastRatio = 1.7;
const judgeEvery = 1;

interface Round {
  readonly turnsPerSecond: number;
  readonly failures: readonly string[];
  readonly failed: number;
  /** Cores in use, on average. */
  readonly serverCores: number;
  readonly generatorCores: number;
  /** Taken by what has nothing to do with this: a round with much of it tells nothing. */
  readonly otherCores: number;
  readonly nextTraveller: number;
}

/**
 * Whether a second worker is worth a second core. The generator shares the cores with the workers, so the trips are such that it has next
 * to nothing to do: each is searched on many days.
 */
export const workers: LoadScenario = {
  name: 'workers',
  async run({ seconds }) {
    const folder = mkdtempSync(join(tmpdir(), 'windrose-load-'));
    await using stack = new AsyncDisposableStack();
    stack.defer(() => rmSync(folder, { recursive: true }));
    // Both stand all the time, and one rests: each round meets a warm server, and a drift of the machine's speed meets both.
    const one = stack.use(await serve({ DATA_DIR: join(folder, 'one'), WORKERS: '1' }));
    const two = stack.use(await serve({ DATA_DIR: join(folder, 'two'), WORKERS: '2' }));
    let next = 0;
    const round = async (server: Serve, length: number) => {
      const measured = await measure(server, length, next);
      next = measured.nextTraveller;
      for (const failure of measured.failures) console.log(failure);
      return measured;
    };
    await round(one, warmUpSeconds);
    await round(two, 2 * warmUpSeconds);
    const ofOne: Round[] = [];
    const ofTwo: Round[] = [];
    for (let index = 0; index < rounds; index += 1) {
      ofOne.push(await round(one, seconds / (2 * rounds)));
      ofTwo.push(await round(two, seconds / (2 * rounds)));
    }
    const middle = (of: readonly Round[], figure: (round: Round) => number) => median(of.map(figure));
    const ratio = median(ofTwo.map((each, index) => each.turnsPerSecond / ofOne[index]!.turnsPerSecond));
    const failed = [...ofOne, ...ofTwo].reduce((sum, each) => sum + each.failed, 0);
    const cores = availableParallelism();
    const generatorCores = middle(ofTwo, (each) => each.generatorCores);
    const otherCores = middle([...ofOne, ...ofTwo], (each) => each.otherCores);
    // What the generator leaves, over what one worker took: more than that no second worker can bring on this machine.
    const roomFor = (cores - generatorCores) / middle(ofOne, (each) => each.serverCores);
    return {
      scenario: `workers: ${atOnce} at once, trips on whichever day is best, all different, conversations on disk, ${cores} cores shared with the load generator`,
      target: `two workers answer ${leastRatio} times the turns of one`,
      figures: {
        ratio,
        'turns/s of one': middle(ofOne, (each) => each.turnsPerSecond),
        'turns/s of two': middle(ofTwo, (each) => each.turnsPerSecond),
        'cores of one': middle(ofOne, (each) => each.serverCores),
        'cores of two': middle(ofTwo, (each) => each.serverCores),
        'turns a core-second of one': middle(ofOne, (each) => each.turnsPerSecond / each.serverCores),
        'of two': middle(ofTwo, (each) => each.turnsPerSecond / each.serverCores),
        'cores of the generator with one': middle(ofOne, (each) => each.generatorCores),
        'with two': generatorCores,
        'cores of other programs': otherCores,
        'ratio that the cores have room for': roomFor,
        limit: limitOf(roomFor, otherCores),
        failed,
      },
      reached: failed === 0 && ratio >= leastRatio,
    };
  },
};

/** Cores of other programs from which a measurement tells about them. */
const muchOther = 0.2;

function limitOf(roomFor: number, otherCores: number): string {
  if (otherCores > muchOther) return 'other programs on this machine; measure again when it is quiet';
  if (roomFor < leastRatio) return 'the load generator, which takes cores that the workers need';
  return 'the workers';
}

async function measure(server: Serve, seconds: number, firstTraveller: number): Promise<Round> {
  const machineBefore = machineCpuSeconds();
  const serverBefore = server.cpuSeconds();
  const generatorBefore = process.cpuUsage();
  const startedAt = performance.now();
  const load = await closedLoop({
    ...{ url: server.url, atOnce, seconds, firstTraveller, judgeEvery },
    say: flexibleStepsOf,
  });
  const elapsed = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(generatorBefore);
  const serverCores = (server.cpuSeconds() - serverBefore) / elapsed;
  const generatorCores = (user + system) / 1e6 / elapsed;
  return {
    turnsPerSecond: load.latenciesMs.length / elapsed,
    failures: load.failures,
    failed: load.failed,
    serverCores,
    generatorCores,
    otherCores: (machineCpuSeconds() - machineBefore) / elapsed - serverCores - generatorCores,
    nextTraveller: firstTraveller + load.travellers.length,
  };
}
