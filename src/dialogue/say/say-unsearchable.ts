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
  const instead = wishes.flatMap((wish) => insteadOf[wish] ?? []);
  const ignored = wishes.filter((wish) => !insteadOf[wish]);
  const told = instead.length > 0 ? withLine(reply, instead.join(' '), kind) : reply;
  if (ignored.length === 0) return told;
  const names = formats.either(ignored.map((wish) => english.unsearchable[wish]));
  switch (kind) {
    case 'search':
    case 'refine':
      return `${told}\n\nI cannot search for ${names}: these flights are shown without regard to that.`;
    case 'ask':
    case 'ask_which':
    case 'ask_again':
    case 'problem':
      return `I cannot search for ${names}. ${told}`;
    default:
      return reply;
  }
}

const insteadOf: Partial<Record<Unsearchable, string>> = english.instead;

/** A line more, behind what was found and before a question. */
function withLine(reply: string, line: string, kind: Move['kind']): string {
  if (kind === 'search' || kind === 'refine') return `${reply}\n\n${line}`;
  return ['ask', 'ask_which', 'ask_again', 'problem'].includes(kind) ? `${line} ${reply}` : reply;
}
