import { createInterface } from 'node:readline/promises';
import { intro, isCancel, log, outro, spinner, text } from '@clack/prompts';
import type { Agent } from '../agent.ts';
import { renderAnswer } from './render-answer.ts';
import type { Screen } from './render-card.ts';
import { takeTurn, type Settings } from './take-turn.ts';

export interface ChatOptions extends Settings {
  readonly screen: Screen;
  readonly interactive: boolean;
  readonly input: NodeJS.ReadableStream;
  readonly print: (text: string) => void;
}

/** A conversation: prompts on a terminal, a line a message on a pipe. Ends with the input, or with "bye". */
export async function chat(agent: Agent, options: ChatOptions, signal: AbortSignal): Promise<void> {
  let sessionId: string | null = null;
  const turn = async (message: string): Promise<string> => {
    const result = await takeTurn(agent, message, sessionId, options, signal);
    if ('problem' in result) return result.problem.detail;
    sessionId = result.answer.session_id;
    return renderAnswer(result.answer, options.screen);
  };
  if (options.interactive) await talk(turn);
  else await readLines(turn, options);
}

const farewell = /^(bye|goodbye|quit|exit)[.!]?$/i;

async function talk(turn: (message: string) => Promise<string>): Promise<void> {
  intro('Windrose: tell me where you want to go and when. “bye” ends the conversation.');
  for (;;) {
    const message = await text({
      message: 'You',
      placeholder: 'Boston to Lisbon next Friday, back the Sunday after',
    });
    if (isCancel(message) || farewell.test(message.trim())) break;
    if (message.trim() === '') continue;
    const wait = spinner();
    wait.start('Asking the sources');
    const answer = await turn(message);
    wait.stop('Windrose');
    log.message(answer);
  }
  outro('Have a good trip.');
}

async function readLines(
  turn: (message: string) => Promise<string>,
  { input, print }: ChatOptions,
): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  for await (const line of lines) {
    if (farewell.test(line.trim())) break;
    if (line.trim() === '') continue;
    print(`> ${line.trim()}\n\n${await turn(line)}\n`);
  }
  lines.close();
}
