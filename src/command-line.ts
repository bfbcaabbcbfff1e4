import cluster from 'node:cluster';
import { flushCompileCache } from 'node:module';
import { Command } from 'commander';
import { createApp, type App, type AppOverrides } from './app.ts';
import { inspect } from './app/inspect.ts';
import { startProblem } from './app/start-problem.ts';
import { ask } from './cli/ask.ts';
import { chat } from './cli/chat.ts';
import { renderDoctor } from './cli/doctor.ts';
import { wantsColours } from './cli/wants-colours.ts';
import { compileSooner } from './platform/compile-sooner.ts';
import { claimPort } from './platform/workers/claim-port.ts';
import { forkWorker, readyMessage, runWorkers } from './platform/workers/run-workers.ts';
import { ConfigError, readConfig, type Config } from './platform/config/config.ts';
import { newId } from './platform/ids.ts';
import { createLog } from './platform/log.ts';

interface TerminalOptions {
  readonly currency?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly json?: boolean;
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const screen = {
  colours: wantsColours(process.env, process.stdout.isTTY),
  width: process.stdout.columns || 120,
  locale: 'en-US',
};
const print = (text: string) => process.stdout.write(`${text}\n`);
const printError = (text: string) => process.stderr.write(`${text}\n`);

/** What is wrong is the surroundings': one sentence says all. */
class StartError extends Error {}

/** Runs something that needs the surroundings as they are configured; what is wrong with them becomes a StartError. */
async function starting<Value>(config: Config, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const problem = startProblem(error, config);
    throw problem === undefined
      ? error
      : new StartError(`Windrose cannot start: ${problem}.`, { cause: error });
  }
}

/** Runs with the application and closes it, whatever happens. */
async function withApp(
  env: NodeJS.ProcessEnv,
  run: (app: App, config: Config) => Promise<number>,
  overrides: AppOverrides = {},
): Promise<number> {
  const config = readConfig(env);
  await using app = await starting(config, () => createApp(config, overrides));
  return await run(app, config);
}

/** A line for whoever looks at a terminal; elsewhere standard output is JSON lines, whatever level the log has. */
function announce(url: string, processes: string): void {
  if (process.stdout.isTTY) print(`Windrose answers on ${url}`);
  else createLog('info').info({ url }, `Windrose answers on ${url} with ${processes}`);
}

const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

const untilStopped = async (): Promise<void> => {
  if (stopping.signal.aborted) return;
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
};

/** On the terminal the log keeps quiet unless it is asked for, nothing is kept, and one process does. */
const onTerminal = { LOG_LEVEL: 'silent', ...process.env, DATA_DIR: ':memory:', WORKERS: '1' };

const settingsOf = ({ currency, locale, timeZone }: TerminalOptions) => ({
  currency: currency?.toUpperCase(),
  locale,
  timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
});

let exitCode = 0;
const program = new Command('windrose')
  .description('Finds flights from what travellers write.')
  .showHelpAfterError()
  .exitOverride();

program
  .command('serve')
  .description('answer over HTTP')
  .action(async () => {
    const config = readConfig(process.env);
    const { workers, http } = config;
    if (workers > 1 && cluster.isPrimary) {
      const port = await starting(config, () => claimPort(http.host, http.port));
      exitCode = await runWorkers({
        count: workers,
        fork: () => forkWorker(port),
        stopping: stopping.signal,
        onReady: () => announce(urlOf(http.host, port), `${workers} workers`),
        onRestart: (code, signal) =>
          printError(`a worker ended (${signal ?? code}); another one takes its place`),
        onKilled: (killed) => printError(`${killed} of the workers did not end in time and were ended`),
      });
      return;
    }
    exitCode = await withApp(process.env, async (app) => {
      const url = await starting(config, () => app.listen());
      // However this start ends, the next one need not compile again what was compiled by now.
      flushCompileCache();
      compileSooner();
      if (cluster.isWorker) {
        // Where the primary is gone this worker ends too; there is nobody to tell.
        process.send?.(readyMessage, undefined, undefined, () => undefined);
        await untilStopped();
        return 0;
      }
      announce(url, 'one process');
      await untilStopped();
      return 0;
    });
  });

const terminal = (command: Command): Command =>
  command
    .option('--currency <code>', 'currency of the prices, such as EUR')
    .option('--locale <tag>', 'how numbers and days are written, such as en-GB')
    .option('--time-zone <zone>', 'your time zone, such as Europe/Lisbon');

terminal(program.command('ask'))
  .description('one message, one answer (0 flights found, 1 nothing found, 2 bad input)')
  .argument('<message...>', 'the trip in your own words')
  .option('--json', 'print the answer as the HTTP contract has it')
  .action(async (words: string[], options: TerminalOptions) => {
    const settings = { ...settingsOf(options), json: options.json ?? false, print, printError };
    const own = { ...screen, locale: options.locale ?? screen.locale };
    exitCode = await withApp(
      onTerminal,
      ({ agent }) => ask(agent, words.join(' '), { ...settings, screen: own }, stopping.signal),
      { practised: false },
    );
  });

terminal(program.command('chat'))
  .description('hold a conversation')
  .action(async (options: TerminalOptions) => {
    const settings = { ...settingsOf(options), screen, print, input: process.stdin };
    exitCode = await withApp(onTerminal, async ({ agent }) => {
      await chat(
        agent,
        { ...settings, interactive: process.stdin.isTTY && process.stdout.isTTY },
        stopping.signal,
      );
      return 0;
    });
  });

program
  .command('mcp')
  .description('offer the tools to a model, over standard input and output (Model Context Protocol)')
  .action(async () => {
    exitCode = await withApp(
      onTerminal,
      async ({ agent, mcp }) => {
        const { serveMcpOnStdio } = await import('./mcp/serve-stdio.ts');
        const client = { agent, client: 'mcp', ownSession: (id: string) => id, newRequestId: newId };
        await serveMcpOnStdio({ ...mcp, ...client, input: process.stdin, printError }, stopping.signal);
        return 0;
      },
      { practised: false, logTo: 2 },
    );
  });

program
  .command('doctor')
  .description('print the effective configuration without secrets and try every part (0 all well, 1 not)')
  .action(async () => {
    const config = readConfig(process.env);
    const { text, exitCode: code } = renderDoctor(config, await inspect(config), screen);
    print(text);
    exitCode = code;
  });

/** Runs the command that the arguments name; `args` as in process.argv. Answers with the exit code. */
export async function commandLine(args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync([...args]);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StartError) printError(error.message);
    else if (error instanceof Error && 'exitCode' in error) exitCode = Number(error.exitCode) === 0 ? 0 : 2;
    else printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (exitCode === 0 && !(error instanceof Error && 'exitCode' in error)) exitCode = 2;
  }
  return exitCode;
}
