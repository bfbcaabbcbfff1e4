import type { SessionAnswer } from '../../../src/contract/session.ts';
import type { Asked } from './conversation.ts';

/** Whether the last that a session heard is this message, and its answer stands behind it. */
export const isAnswered = ({ transcript }: SessionAnswer, { text }: Asked): boolean =>
  transcript.at(-1)?.role === 'agent' && transcript.at(-2)?.text === text;
