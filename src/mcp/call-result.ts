import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Problem } from '../contract/problem.ts';

/** An answer as structured content, and as text for clients that read only that; before it what is said to a person. */
export function resultOf(answer: Record<string, unknown>, said?: string): CallToolResult {
  const text = (content: string) => ({ type: 'text', text: content }) as const;
  return {
    structuredContent: answer,
    content: [...(said === undefined ? [] : [text(said)]), text(JSON.stringify(answer))],
  };
}

/** Why a call has no answer, in words that a model can act on. */
export function refused({ detail, errors = [] }: Pick<Problem, 'detail'> & Partial<Problem>): CallToolResult {
  const fields = errors
    .map(({ field, message }) => `${field}: ${message}`)
    .filter((each) => !detail.includes(each));
  return { isError: true, content: [{ type: 'text', text: [detail, ...fields].join('\n') }] };
}
