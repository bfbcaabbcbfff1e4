import type { Agent } from '../agent.ts';
import type { ChatAnswer } from '../contract/chat.ts';
import { ChatRequest } from '../contract/chat.ts';
import type { Problem } from '../contract/problem.ts';

export interface Settings {
  readonly currency: string | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

export type TurnResult =
  { readonly answer: ChatAnswer } | { readonly problem: Pick<Problem, 'detail' | 'status'> };

/** One message through the agent, as every other face sends it. */
export async function takeTurn(
  agent: Agent,
  message: string,
  sessionId: string | null,
  settings: Settings,
  signal: AbortSignal,
): Promise<TurnResult> {
  const request = ChatRequest.safeParse({
    message,
    locale: settings.locale,
    currency: settings.currency,
    time_zone: settings.timeZone,
  });
  if (!request.success) {
    const [issue] = request.error.issues;
    return {
      problem: {
        status: 400,
        detail: `${issue?.path.join('.') ?? 'message'}: ${issue?.message ?? 'not valid'}`,
      },
    };
  }
  const turn = {
    message,
    sessionId,
    locale: request.data.locale ?? null,
    currency: request.data.currency ?? null,
    timeZone: request.data.time_zone ?? null,
    mode: 'rollout',
    requestId: 'terminal',
    watched: false,
  } as const;
  for await (const { event, data } of agent.turn(turn, signal)) {
    if (event === 'turn-end') return { answer: data };
    if (event === 'turn-error') return { problem: data };
  }
  return { problem: { status: 500, detail: 'The turn ended without an answer.' } };
}
