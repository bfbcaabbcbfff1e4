import type { ChatAnswer } from '../../src/contract/chat.ts';
import { faultOf, type Step } from './steps.ts';

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
  /** The same where only the session's id was looked for in the answer; its words are not kept. */
  readonly skim: (step: Step, id: string | undefined) => string | undefined;
}

/** A traveller who says so much and leaves. */
export function createTraveller(steps: readonly Step[]): Traveller {
  const answered: AnsweredTurn[] = [];
  let sessionId: string | null = null;
  function note(said: string, reply: string, id: string): string | undefined {
    if (sessionId !== null && sessionId !== id) return 'another session answers';
    sessionId = id;
    answered.push({ said, reply });
    return undefined;
  }
  return {
    sessionId: () => sessionId,
    answered,
    next: () => steps[answered.length],
    hear: (step, answer) => note(step.say, answer.reply, answer.session_id) ?? faultOf(step, answer),
    skim: (step, id) => (id === undefined ? 'no session' : note(step.say, '', id)),
  };
}
