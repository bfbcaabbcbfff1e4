import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const open = new Pattern(
  /^(?:(?:um|well|oh|hmm|honestly|actually|no|sorry|ok|okay)[,.]? )?(?:(?:i|we|i'm|im|i am|we're|we are|it|it's|that|that's|my|our|the) )?(?:(?:dates?|days?|times?) )?(?:(?:am|are|is) )?(?:(?:really|quite|very|pretty|totally|completely|actually|just|still|fully) )?(?:flexible|open|easy|undecided|unsure|any ?(?:time|day|date)s?|when ?ever|no (?:fixed |set |particular |specific |exact )?(?:dates?|days?|idea|preferences?)|(?:don't|do not|dont) (?:really )?(?:know|mind|care|have (?:a |any )?(?:fixed |set |specific |exact |firm )?dates?)|(?:have not|haven't|havent) (?:decided|settled|fixed|chosen|made up my mind)|not (?:yet )?(?:sure|decided|fixed|fussy|certain)|(?:doesn't|does not|doesnt) matter|up to you|you (?:choose|decide|pick|tell me)|(?:the )?cheapest(?: (?:day|date|dates|one|time|possible))?|tbd)(?: (?:yet|on|it|with|about|at the moment|right now|so far|is|are|'s|it's|the|my|our|a|day|days|date|dates|time|when|cheap|cheaper|cheapest|best|fine|ok|okay|good|works?|will|would|do|to|for|me|us|really|i|we|want|wanna|go|fly|leave|travel)){0,6}[ .!]{0,3}$/,
);

/** Whether an answer to which day is that any will do, or that none is settled. */
export const isAnyDay = (text: Passage): boolean => open.test(text);
