import cluster from 'node:cluster';
import { flushCompileCache } from 'node:module';
import { Command } from 'commander';
import { createApp, type App, type AppOverrides } from './app.ts';
import { ask } from './cli/ask.ts';
import { chat } from './cli/chat.ts';
import { renderDoctor } from './cli/doctor.ts';
import { wantsColours } from './cli/wants-colours.ts';
import { readyMessage, runWorkers } from './platform/workers/run-workers.ts';
import { ConfigError, readConfig, type Config } from './platform/config/config.ts';

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

/** Runs with the application and closes it, whatever happens. */
async function withApp(
  env: NodeJS.ProcessEnv,
  run: (app: App, config: Config) => Promise<number>,
  overrides: AppOverrides = {},
): Promise<number> {
  const config = readConfig(env);
  await using app = await createApp(config, overrides);
  return await run(app, config);
}

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
    const { workers, http } = readConfig(process.env);
    if (workers > 1 && cluster.isPrimary) {
      exitCode = await runWorkers({
        count: workers,
        stopping: stopping.signal,
        onReady: () => print(`Windrose answers on http://${http.host}:${http.port} with ${workers} workers`),
        onRestart: (code, signal) =>
          printError(`a worker ended (${signal ?? code}); another one takes its place`),
      });
      return;
    }
    exitCode = await withApp(process.env, async (app) => {
      const url = await app.listen();
      // However this start ends, the next one need not compile again what was compiled by now.
      flushCompileCache();
      if (cluster.isWorker) {
        // Where the primary is gone this worker ends too; there is nobody to tell.
        process.send?.(readyMessage, undefined, undefined, () => undefined);
        await untilStopped();
        return 0;
      }
      print(`Windrose answers on ${url}`);
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
  .command('doctor')
  .description('print the effective configuration without secrets and try every part (0 all well, 1 not)')
  .action(async () => {
    exitCode = await withApp({ LOG_LEVEL: 'silent', ...process.env }, async (app, config) => {
      const { text, exitCode: code } = renderDoctor(config, await app.probe(), screen);
      print(text);
      return code;
    });
  });

/** Runs the command that the arguments name; `args` as in process.argv. Answers with the exit code. */
export async function commandLine(args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync([...args]);
  } catch (error) {
    if (error instanceof ConfigError) printError(error.message);
    else if (error instanceof Error && 'exitCode' in error) exitCode = Number(error.exitCode) === 0 ? 0 : 2;
    else printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (exitCode === 0 && !(error instanceof Error && 'exitCode' in error)) exitCode = 2;
  }
  return exitCode;
}
