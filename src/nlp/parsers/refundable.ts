import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
const notNeeded = new Pattern(
  /\bnon[- ]?refundable\b|\b(?:doesn't|does not|needn't|don't|not) (?:only |just )?(?:have to |need to |need it |need |necessarily )?(?:be )?refundable|\brefundable or not\b|\b(?:forget|drop|remove|lift|without|no|lose|skip|scrap|ignore|never ?mind|(?:don't|do not|dont) (?:worry|bother)|no need for|not (?:fussed|bothered)) (?:the |about |with |only |that |it being |a ){0,3}refund(?:able)?\b(?! (?:fee|penalt))|\brefundab(?:le|ility) (?:doesn't|does not|isn't) (?:matter|important|needed)/,
);
const needed = new Pattern(
  /\brefundable\b|\b(?:fully |a )?flexible (?:tickets?|fares?|booking|rate)\b|\bflex (?:tickets?|fares?)\b|\bfree cancell?ation\b|\b(?:in case|if) (?:i|we) (?:have to |need to |must |want to |decide to )?cancel,? (?:i|we)(?: would|'d|'ll)? (?:want|need|like|get|have)(?: to)?(?: get| have)? (?:my|our|the|all my|a)(?: full)? (?:money(?: back)?|refund)\b|\b(?:money[- ]back (?:guarantee|tickets?|fares?|option)|full refund|able to cancel|(?:something|anything|tickets?|flights?|fares?|ones?) (?:that |which )?(?:i|we) can (?:still )?cancel|cancell?able|(?:option|possibility|right) to cancel)\b|\b(?:get|want|have|need) (?:my|our) money back (?:if|in case|when)\b|\bcancel (?:it )?(?:for free|free of charge|without (?:a )?(?:fee|penalty))|\b(?:can|could|able to|in case i|if i) (?:get a refund|be refunded|get refunded|cancel it)\b/,
);

/** Whether only refundable fares will do; null where the message does not say. */
export function readRefundable(text: Passage): boolean | null {
  if (notNeeded.test(text)) return false;
  return needed.test(text) ? true : null;
}
