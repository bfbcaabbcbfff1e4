import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** JSON lines on standard output, or on standard error where that speaks a protocol. What is logged is named field by field; messages and travellers' data never are. */
export const createLog = (level: string): Log => openLog(level).log;

export interface OpenLog extends AsyncDisposable {
  readonly log: Log;
}

/** So long the last lines have to be taken. */
const lastLinesMs = 1000;

/** A log whose end waits for its last lines: a process that exits with lines in hand and nobody to read them would try to write them for ever. */
export function openLog(level: string, descriptor: 1 | 2 = 1): OpenLog {
  const output = pino.destination({ dest: descriptor, minLength: 0 });
  const ended = Promise.withResolvers<undefined>();
  output.once('close', () => ended.resolve(undefined));
  // What cannot be written is lost, and no reason to end the server.
  output.on('error', () => ended.resolve(undefined));
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['authorization', 'headers', 'body', 'message'], remove: true },
    },
    output,
  );
  return {
    log,
    async [Symbol.asyncDispose]() {
      const timer = setTimeout(() => ended.resolve(undefined), lastLinesMs);
      output.end();
      await ended.promise;
      clearTimeout(timer);
    },
  };
}
