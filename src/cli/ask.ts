import type { Agent } from '../agent.ts';
import { renderAnswer } from './render-answer.ts';
import type { Screen } from './render-card.ts';
import { takeTurn, type Settings } from './take-turn.ts';

export interface AskOptions extends Settings {
  readonly json: boolean;
  readonly screen: Screen;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** One message, one answer. Exit codes: 0 flights found, 1 nothing found, with the reason, 2 bad input. */
export async function ask(
  agent: Agent,
  message: string,
  options: AskOptions,
  signal: AbortSignal,
): Promise<0 | 1 | 2> {
  const result = await takeTurn(agent, message, null, options, signal);
  if ('problem' in result) {
    options.printError(result.problem.detail);
    return 2;
  }
  const { answer } = result;
  options.print(options.json ? JSON.stringify(answer, null, 2) : renderAnswer(answer, options.screen));
  return answer.flight_cards.length > 0 ? 0 : 1;
}
