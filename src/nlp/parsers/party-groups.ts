import type { Passage } from '../patterns/passage.ts';
import { findPartyItems, type PartyItem, type PlacedItem } from './party-items.ts';

/** People named together: "me, my wife and our kids". */
export interface PartyGroup {
  readonly items: readonly PartyItem[];
  /** The words before it, to tell "with my wife" from "visit my wife". */
  readonly before: string;
  readonly after: string;
}

const separator = /^(?:,|,? and|,? plus|,? &| \+|,? with|,? along with|, as well as)? ?$/;
const company =
  /(?<!\b(?:live|living|stay|staying|meet|meeting|catch up) )\b(?:with|along with|accompanied by|bring(?:ing)?|tak(?:e|ing)|and|plus|join(?:ed|ing) by|include|including|add(?:ing)?|without|minus|drop|remove) $/;
const beneficiary =
  /(?:^|\bfor|\bwe are|\bwe're|\bwe'll be|\bit's|\bit is|\bit'll be|\bthere (?:are|will be|is)|\bthere's|\bparty of|\bgroup of|\bpassengers:|\btravell?ers:|[,.;:!?\ue000-\ue002]|\bjust|\bonly|\bactually|\bsaid|\bmeant?|\bhave|\bneed|\bwant|\bbook|\bis|\bare|\bmake it|\bso) ?$/;
const visited =
  /\b(?:visit(?:ing)?|see(?:ing)?|meet(?:ing)?|pick(?:ing)? up|surpris(?:e|ing)|to|at|of|than|from|join|tell|ask|miss|love) $/;
const travels =
  /^ (?:(?:is|are|will be|'s|isn't|aren't|is not|are not) (?:not )?(?:coming|joining|travell?ing|flying|going)|(?:can't|won't|cannot) (?:come|be coming|make it|join|travel)|will (?:come|join|fly|travel))/;

/** The groups that travel: lists that include the traveller, counted people, and whoever comes along. */
export function findPartyGroups(passage: Passage): PartyGroup[] {
  const { text } = passage;
  const items = findPartyItems(passage);
  // "I" alone is in most messages.
  if (items.every(isSelf)) return [];
  const groups: PlacedItem[][] = [];
  for (const placed of items) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && separator.test(text.slice(last.end, placed.start))) group.push(placed);
    else groups.push([placed]);
  }
  return groups.map((group) => groupOf(group, text)).filter(isTravelling);
}

const isSelf = ({ item }: PlacedItem): boolean => item.kind === 'self';

function groupOf(placed: readonly PlacedItem[], text: string): PartyGroup {
  const start = placed[0]?.start ?? 0;
  const end = placed.at(-1)?.end ?? 0;
  const before = text.slice(Math.max(0, start - 30), start);
  const items = placed.map(({ item }) => item);
  const named = items.some(({ kind }) => kind === 'self' || kind === 'adults');
  const follows =
    company.test(before) &&
    !/\b(?:add(?:ing)?|include|including|plus|without|minus|drop|remove) $/.test(before);
  if (!named && follows) items.unshift({ kind: 'self', count: 1, ages: [] });
  return { items, before, after: text.slice(end, end + 40) };
}

function isTravelling({ items, before, after }: PartyGroup): boolean {
  const others = items.filter(({ kind }) => kind !== 'self');
  if (others.length === 0) return false;
  if (items.some(({ kind }) => kind === 'self')) return true;
  if (visited.test(before)) return false;
  if (travels.test(after) || company.test(before)) return true;
  const counted = others.some(
    ({ kind }) => kind === 'adults' || kind === 'child' || kind === 'infant' || kind === 'people',
  );
  return (
    beneficiary.test(before) &&
    (counted || /\bfor $/.test(before)) &&
    !others.every(({ kind }) => kind === 'people' && /\b(?:have|need|want) $/.test(before))
  );
}
