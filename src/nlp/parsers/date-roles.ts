import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

/** Which end of the journey the words around a date speak of; null where none does. */
export type DateRole = 'departure' | 'return' | null;

const D = marks.date;
const returning = new Pattern(
  /\b(?:retur[a-z]{0,8}|retuning|ret|back|home|until|till|inbound|come home|coming home|second leg)\b/g,
);
const leaving = new Pattern(
  /\b(?:leav(?:e|es|ing)|depart(?:s|ing|ure)?|departure|start(?:s|ing)?|begin(?:s|ning)?|go|goes|going|fly|flying|flight out|travel|travell?ing|outbound|onward|head|heading|headed|take ?off|taking off|set off|set out|arriv(?:e|es|ing|al)|get to|get there|tak(?:e|ing) a trip|first leg|there on|out on|my way|visit(?:ing)?|want (?:an? )?(?:[a-z-]{3,12} ){0,3}(?:flight|ticket)s?|flights?|tickets?|trip)\b/g,
);
/** A kind of ticket or a cabin, not a way back; and the home that one leaves. */
const noise = new Pattern(
  /\b(?:return (?:ticket|trip|fare|flight tickets?)s?|round[- ]trip|back (?:at|to) you|hear back|(?:leav(?:e|ing)|depart(?:ing)?|from)(?: my)? home(?:town)?|home (?:airport|city)|home for(?= (?:the )?$)|(?:economy|eco|coach|business|biz|first|premium)(?: class)? (?:back|home|return)(?=[,.;])|(?:not|[a-z]{2,4}n't|cannot|cant|dont) (?:leav(?:e|ing)|depart(?:ing)?|fly(?:ing)?|go(?:ing)?) (?:until|till)|back in (?:19|20)|go back and|(?:go|out|there) and back|money back)\b/g,
);

const saidReturn = new Pattern(
  /^(?:,? (?:is|was|will be|would be|as|for|to) (?:when |the day |the date )?(?:i |we |i'll |we'll |i'd |my |our |the |a )?(?:(?:want|plan|need|would like|like|have|wish|will|intend)(?: to)? )?(?:be )?(?:return|com(?:e|ing) (?:back|home)|back|go(?:ing)? (?:back|home)|get(?:ting)? (?:back|home)|fly(?:ing)? (?:back|home))|,? ?(?:for (?:the|my|our) )?(?:return(?: date| flight| trip| leg)?|back)(?=[.,!?;]|$| please| instead))/,
);
const saidDeparture = new Pattern(
  /^,? (?:is|was|will be|would be|as|for) (?:when |the day |the date |the latest |the earliest )?(?:i |we |i'll |we'll |i'd |my |our |the |a )?(?:can |could )?(?:(?:want|plan|need|would like|like|have|wish|will|intend)(?: to)? )?(?:be )?(?:my |the )?(?:leav|depart|start|begin|go\b|going|travel|fly|outbound|head|latest)/,
);

/** The role of the date whose mark stands at `at`: the nearest cue since the date before it, or what follows it says. */
export function dateRoleAt(passage: Passage, at: number): DateRole {
  const { text } = passage;
  const rest = partOf(passage, at + 1, at + 60);
  if (saidReturn.test(rest)) return 'return';
  if (saidDeparture.test(rest)) return 'departure';
  const sentence = Math.max(
    text.lastIndexOf('. ', at),
    text.lastIndexOf('? ', at),
    text.lastIndexOf('! ', at),
    text.lastIndexOf('; ', at),
  );
  const from = Math.max(sentence, text.lastIndexOf(D, at - 1), at - 120, 0);
  const lead = noise.blankIn(partOf(passage, from, at));
  const back = lastEnd(lead, returning);
  const out = lastEnd(lead, leaving);
  if (back < 0 && out < 0) return null;
  if (out > back) return back >= 0 && returnFlightLeaves.test(lead) ? 'return' : 'departure';
  return 'return';
}

/** "My return flight leaving on …": the way back leaves, too; "a return flight from ◆ to ◆ leaving on …" is the whole journey. */
const returnFlightLeaves = new Pattern(
  new RegExp(
    `\\b(?:the|my|our|for the|a) (?:return|inbound)(?: flight| trip| leg| journey| date)?(?: back| home)?(?:,| to be| should| would| that| which)? ?(?:leav|depart|fly|flight|trip|tak|start|go)[a-z]* ?(?![^.]{0,9}${marks.place}[^.]{0,9}${marks.place})[^.]{0,20}$`,
  ),
);

function lastEnd(passage: Passage, pattern: Pattern): number {
  const last = pattern.matches(passage).at(-1);
  return last ? last.index + last[0].length : -1;
}

const arrival = new Pattern(
  /\b(?:arriv(?:e|es|ing|als?)|land(?:s|ings?)?|get(?:s|ting)? (?:me |us )?(?:in|there|to)|be (?:there|in|at)|reach|touch(?:ing)? down|at my destination)\b/g,
);
const homecoming = new Pattern(
  /\b(?:(?:arriv(?:e|es|ing)|land(?:s|ing)?|get(?:s|ting)?|be|being|make it)(?: me| us)? (?:back home|home|back)|home(?= (?:by|before|no later than|not after|in time)\b))\b/g,
);
const departs = new Pattern(/\b(?:leav(?:e|ing)|depart(?:ing|s)?|take ?off)\b/g);

/** What a time of day is one to have arrived by or after: at the destination, or home again; null where it is none. */
export function arrivalAt(passage: Passage, at: number): 'there' | 'home' | null {
  const { text } = passage;
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf(', ', at), at - 50, 0);
  const lead = partOf(passage, from, at);
  const [there, home] = [lastEnd(lead, arrival), lastEnd(lead, homecoming)];
  if (Math.max(there, home) <= lastEnd(lead, departs)) return null;
  return home >= there ? 'home' : 'there';
}
