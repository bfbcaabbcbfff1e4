import type { Passage } from '../patterns/passage.ts';
import type { PartyItem, PlacedItem } from './party-item.ts';
import { findPartyItems } from './party-items.ts';

/** People named together: "me, my wife and our kids". */
export interface PartyGroup {
  readonly items: readonly PartyItem[];
  /** Whether they are who travels, come to those, or stay behind. */
  readonly role: 'set' | 'add' | 'remove';
  /** "With my wife": whoever speaks travels as well, without a word on it. */
  readonly follows: boolean;
  /** "My parents are travelling": named as those who travel, come to nobody. */
  readonly areAll: boolean;
  /** "For my son": named as those whom the trip is for. */
  readonly isFor: boolean;
}

/** A group before it is judged, with the words around it. */
interface NamedGroup {
  readonly items: readonly PartyItem[];
  readonly before: string;
  readonly after: string;
}

const separator =
  /^\)?[,;]?(?: ?(?:and|plus|&|\+|\/|-|\*|•|n|with|and also|also|and then|together with|along with|as well as))? ?\(?$/;
const company =
  /(?<!\b(?:live|living|stay|staying|meet|meeting|catch up) )\b(?:with|w\/|along with|accompanied by|bring(?:ing)?|tak(?:e|ing)|and|plus|join(?:ed|ing) by|include|including|add(?:ing)?|without|minus|drop|remove) $/;
const beneficiary =
  /(?:^|\b(?:for|we are|we're|we'll be|it's|it is|it'll be|there(?:'s| is| are| will be|'ll be)|party of|group of|family of|just|only|unaccompanied|actually|said|meant?|have|need|want|book|is|are|be|make (?:it|that|this)|now|so|of us)|[,.;:!?()*•+/=\ue000-\ue002-]) ?$/;
const visited =
  /\b(?:visit(?:ing)?|see(?:ing)?|meet(?:ing)?|pick(?:ing)? up|surpris(?:e|ing)|to|at|of|than|from|join|tell|ask|miss|love) $/;
const met =
  /\b(?:visit(?:ing)?|see(?:ing)?|meet(?:ing)?|pick(?:ing)? up|surpris(?:e|ing)|tell|ask|miss|love) $/;
/** Taken back or compared with, and not who travels. */
const refused = /\b(?:not|instead of|rather than) (?:for )?$/;

const adds =
  /(?:\b(?:(?:forgot|forget)(?: to (?:mention|add|say|include|tell you))?(?: about)?(?: that)?(?: we(?: also)? have)?|add(?:ing)?|bring(?:ing)?(?: along)?|include|also|also for)|(?:^|[.!?;] )(?:(?:oh|ok|okay|actually|um|yes|hi),? )?(?:and|also|plus|\+|&)(?: also| maybe| then| it's)?|\bplus|\+|\balong with) $/;
const removes =
  /\b(?:without|minus|drop(?:ping)?|remov(?:e|ing)|leave out|leaving(?: behind)?|except|take off|take out) $/;
const comes =
  /^ (?:(?:is|are|will be|'s|will|would like to|wants to|want to|needs? to|ha(?:s|ve) to|might|decided to) (?:also |now )?(?:be )?(?:com(?:e|ing)|join(?:ing|s)?|travel(?:l?ing)?|fly(?:ing)?|go(?:ing)?)\b(?!(?: us| me)? (?:later|there|afterwards|separately)| (?:to be|all alone|alone|solo|by (?:him|her|them)sel|on (?:his|her|their) own|without))|(?:also )?(?:joins?|comes?)\b|(?:too|as well|along)(?=$|[.,!?]))/;
/** "My parents are travelling": who travels by themselves, as far as nothing says that they come to somebody. */
const travels =
  /^ (?:is|are|will be|'s|will|would like to|wants? to|needs? to|ha(?:s|ve) to|plan to) (?:be )?(?:travel(?:l?ing)?|fly(?:ing)?)\b(?! (?:too|as well|along|with (?:us|me)|us|me)\b)/;
/** "Fly my parents from ◆ to ◆": those who are sent on their way, and not whoever sends them. */
const sends = /\b(?:fly|flying|get|getting|send|sending|bring|bringing) $/;
const onTheirWay = /^ (?:(?:back |home |over |out ){0,2}(?:from|to) ?\ue000|(?:home|over)(?=$|[ ,.!?]))/;
const stays =
  /^ (?:(?:at home|behind)(?=$|[.,!?;])|(?:(?:isn't|aren't|is not|are not|won't be|will not be|'s not) (?:coming|joining|travell?ing|flying|going))|(?:can't|won't|cannot|can not|couldn't|will not) (?:come|be coming|make it|join|travel|fly|go)|(?:is|are|will be|'s) (?:staying|out)|stays?|will stay|dropped out|cancell?ed|bailed|had to cancel)/;

/** The groups that travel: lists that include the traveller, counted people, and whoever comes along. */
export function findPartyGroups(passage: Passage): PartyGroup[] {
  const { text } = passage;
  const placed = findPartyItems(passage);
  // "I" alone is in most messages.
  if (placed.every(({ items }) => items.every(isSelf))) return [];
  const groups: PlacedItem[][] = [];
  for (const each of placed) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && joins(text, last, each)) group.push(each);
    else groups.push([each]);
  }
  const named = groups.map((group) => groupOf(group, text)).filter(isTravelling);
  const isAdded = named.some((group) => roleOf(group) === 'add');
  return named.map((group) => {
    const said = roleOf(group);
    const follows = said === 'set' && company.test(group.before) && !group.items.some(isSelf);
    const isWithYou = follows || group.items.some(isSelf);
    return {
      // Teenagers by themselves pay as adults do; with somebody they are that one's children.
      items: isWithYou ? group.items.map(asChildren) : group.items,
      areAll: said === 'add' && travels.test(group.after) && !adds.test(group.before),
      // "My sister is joining us with her two kids".
      role: follows && isAdded ? 'add' : said,
      follows,
      isFor: /\bfor $/.test(group.before),
    };
  });
}

/** Whether two are named in one breath. "Visit my mom with my husband" names one who is there and one who comes. */
function joins(text: string, { start, end }: PlacedItem, next: PlacedItem): boolean {
  const between = text.slice(end, next.start);
  return (
    separator.test(between) &&
    !(/ with $/.test(between) && visited.test(text.slice(Math.max(0, start - 30), start)))
  );
}

const asChildren = (item: PartyItem): PartyItem =>
  item.kind === 'youth' && item.teenage ? { ...item, kind: 'child' } : item;

const isSelf = ({ kind }: PartyItem): boolean => kind === 'self';

function groupOf(placed: readonly PlacedItem[], text: string): NamedGroup {
  const start = placed[0]?.start ?? 0;
  const end = placed.at(-1)?.end ?? 0;
  const items = placed.flatMap((each) => each.items);
  return {
    items,
    before: text.slice(Math.max(0, start - 30), start),
    after: text.slice(end, end + 40).replace(/^'s /, " 's "),
  };
}

function roleOf({ items, before, after }: NamedGroup): PartyGroup['role'] {
  if (items.some(isSelf)) return 'set';
  if (removes.test(before) || stays.test(after)) return 'remove';
  return adds.test(before) || isComing(before, after) || items.some(({ more }) => more) ? 'add' : 'set';
}

/** "But my brother is", behind somebody who is not coming. */
const isComing = (before: string, after: string): boolean =>
  comes.test(after) ||
  (/^ (?:is|will|can)(?=$|[.,!])/.test(after) &&
    /\b(?:com(?:e|ing)|join(?:ing)?|make it)[,;.]? (?:but|and) $/.test(before));

function isTravelling({ items, before, after }: NamedGroup): boolean {
  const others = items.filter((item) => !isSelf(item));
  if (others.length === 0 || refused.test(before)) return false;
  if (items.some(isSelf)) return true;
  if (others.some(({ kind }) => kind === 'adults')) return !met.test(before);
  if (visited.test(before)) return false;
  if (sends.test(before) && onTheirWay.test(after)) return true;
  if (isComing(before, after) || stays.test(after) || company.test(before) || adds.test(before)) return true;
  const counted = others.some(({ kind }) => kind !== 'relative');
  return (
    (beneficiary.test(before) || others.some(({ more }) => more)) &&
    (counted || /\bfor $/.test(before)) &&
    !others.every(({ kind }) => kind === 'people' && /\b(?:have|need|want) $/.test(before))
  );
}
