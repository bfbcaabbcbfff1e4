import type { Unsearchable } from '../../domain/understood.ts';
import type { Formats } from '../format.ts';
import type { Move } from '../move.ts';
import { english } from '../texts/en.ts';

/** The reply with a word on what was wished for and cannot be searched: behind what was found, before a question. */
export function withUnsearchable(
  reply: string,
  wishes: readonly Unsearchable[],
  { kind }: Move,
  formats: Formats,
): string {
  if (wishes.length === 0) return reply;
  const names = formats.either(wishes.map((wish) => english.unsearchable[wish]));
  switch (kind) {
    case 'search':
    case 'refine':
      return `${reply}\n\nI cannot search for ${names}: these flights are shown without regard to that.`;
    case 'ask':
    case 'ask_which':
    case 'ask_again':
    case 'problem':
      return `I cannot search for ${names}. ${reply}`;
    default:
      return reply;
  }
}
