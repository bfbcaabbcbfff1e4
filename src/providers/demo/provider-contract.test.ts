import { describeProvider } from '../provider-contract.ts';
import { contextAt, present } from './arbitrary-question.ts';
import { createDemoProvider } from './index.ts';

describeProvider('demo', async (airports) => ({
  provider: createDemoProvider({ airports }),
  contextFor: (signal, onDropped) => ({ ...contextAt(present, signal), onDropped }),
  // A world that has not been asked yet is still to be made, which is the only wait there is.
  stall: () => async () => undefined,
  spoil: null,
  [Symbol.asyncDispose]: async () => undefined,
}));
