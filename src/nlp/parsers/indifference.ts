import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
const indifferent = new Pattern(
  /^(?:(?:um|well|oh|honestly|actually|no|nah)[,.]? )?(?:(?:i|we|i'm|we're|it|that|they|you) )?(?:(?:really |actually |just )?(?:don't|do not|dont|doesn't|does not|doesnt|has no|have no|have any) (?:really |actually |particularly )?(?:mind|care|matter|have (?:a|any) preferences?|preferences?)|no(?: real| particular| strong)? preferences?|not (?:fussy|picky|particular|bothered|important|really)|flexible|open|easy|any(?:thing| one| of them| airline| carrier| class| is)?(?: is| will| works| would| goes)?(?: be)?(?: fine| ok| okay| do| good)?|either(?: one| is| works| will| way)?(?: is)?(?: fine| ok| okay| do)?|whatever|whichever|up to you|you (?:choose|decide|pick)|surprise me|not really|none|no idea)(?: (?:to|for|with|of|about) (?:me|us|that|it|them))?(?: at all| is fine| either| works| is ok| is cheapest| you (?:like|think|want))?[ .!]{0,3}$/,
);

/** Whether an answer is that anything will do. */
export const isIndifferent = (text: Passage): boolean => indifferent.test(text);
