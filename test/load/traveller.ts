import type { ChatAnswer } from '../../src/contract/chat.ts';
import { faultOf, stepsOf, type Step } from './steps.ts';

/** A turn that the server has answered. */
export interface AnsweredTurn {
  readonly said: string;
  readonly reply: string;
}

/** One traveller's conversation, sent turn by turn. */
export interface Traveller {
  readonly sessionId: () => string | null;
  readonly answered: readonly AnsweredTurn[];
  /** The next message; undefined when all is said. */
  readonly next: () => Step | undefined;
  /** Notes the answer to the message that `next` told, and says what is wrong with it. */
  readonly hear: (step: Step, answer: ChatAnswer) => string | undefined;
}

/** The nth traveller, who leaves after so many messages. */
export function createTraveller(number: number, most = Infinity): Traveller {
  const steps = stepsOf(number).slice(0, most);
  const answered: AnsweredTurn[] = [];
  let sessionId: string | null = null;
  return {
    sessionId: () => sessionId,
    answered,
    next: () => steps[answered.length],
    hear(step, answer) {
      if (sessionId !== null && sessionId !== answer.session_id) return 'another session answers';
      sessionId = answer.session_id;
      answered.push({ said: step.say, reply: answer.reply });
      return faultOf(step, answer);
    },
  };
}
