import { describe, expect, it } from 'vitest';
import { readConfig } from '../platform/config/config.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { startProblem } from './start-problem.ts';

const config = readConfig({
  HOST: 'flights.invalid',
  PORT: '3981',
  DATA_DIR: '/var/lib/windrose',
  DATABASE_URL: 'postgres://user:hush@db.invalid:5433/windrose',
});
const failed = (syscall: string, code: string) => Object.assign(new Error('words'), { syscall, code });

describe('why the program cannot start', () => {
  it.each([
    ['listen', 'EADDRINUSE', 'PORT 3981 of flights.invalid is taken: another program listens there'],
    ['listen', 'EACCES', 'PORT 3981 of flights.invalid may not be used by this user (EACCES)'],
    ['listen', 'EADDRNOTAVAIL', 'HOST flights.invalid is no address of this machine (EADDRNOTAVAIL)'],
    ['getaddrinfo', 'ENOTFOUND', 'HOST flights.invalid is no address of this machine (ENOTFOUND)'],
  ])('is said for %s %s', (syscall, code, sentence) => {
    expect(startProblem(failed(syscall, code), config)).toBe(sentence);
  });

  it('names the file of a database', () => {
    const error = new StoreUnavailable('sessions', 'corrupt', 'the file is not a database');
    expect(startProblem(error, config)).toBe(
      'DATA_DIR /var/lib/windrose: sessions.db cannot be used: the file is not a database',
    );
  });

  it('names the folder of databases and what the system says of it', () => {
    const error = new StoreUnavailable(
      'ledger',
      'not-openable',
      'DATA_DIR is not a folder that can be used',
      {
        cause: failed('mkdir', 'ENOENT'),
      },
    );
    expect(startProblem(error, config)).toMatch(/^DATA_DIR \/var\/lib\/windrose: .*\(ENOENT\)$/u);
  });

  it('names the server of DATABASE_URL without user and password', () => {
    const cause = failed('connect', 'ECONNREFUSED');
    const error = new StoreUnavailable('postgres', 'unreachable', 'no connection', { cause });
    expect(startProblem(error, config)).toBe(
      'DATABASE_URL: the Postgres at db.invalid:5433 cannot be used: no connection (ECONNREFUSED)',
    );
  });

  it('is left to the stack where it is a bug', () => {
    expect(startProblem(new TypeError('x'), config)).toBeUndefined();
    expect(startProblem(failed('connect', 'ECONNREFUSED'), config)).toBeUndefined();
  });
});
