import { cpus } from 'node:os';

/** Processor time that the machine has spent on anything so far, all cores together, seconds. */
export const machineCpuSeconds = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
