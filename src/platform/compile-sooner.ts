import { setFlagsFromString } from 'node:v8';

/**
 * V8 compiles a function for good after 3,000 calls, and puts that off by 500 whenever it meets something new; most of what a turn needs is
 * called once a turn. A tenth of that is enough to know what a server does (docs/decisions/0019). For after the start, of which most runs once
 * and never again, and after the compile cache was written, which is of no use to a V8 with other settings. A V8 that does not know these
 * prints so and goes on.
 */
export function compileSooner(): void {
  setFlagsFromString('--invocation-count-for-turbofan=300');
  setFlagsFromString('--minimum-invocations-after-ic-update=100');
}
