import { countPattern } from './count.ts';

/** Sources of patterns for the nouns that travellers are called by. */
export const inLaw = '(?:mother|mom|mum|father|dad|sister|brother|son|daughter)[- ]in[- ]law';
/** Who is called so without "my" as well. */
export const elder = '(?:grandma|grandpa|granny|granddad|gran|nan|nana|mummy|mom|mum|dad)';
export const relative = `(?:wife|husband|hubby|missus|partner|spouse|girlfriend|boyfriend|fianc[eé]e?|${inLaw}|mother|father|brother|sister|sibling|ex|(?:best )?friend|mate|buddy|colleague|co-?worker|boss|gf|bf|bff|cousin|aunt|auntie|uncle|grandmother|grandfather|${elder}|nephew|niece|roommate|flatmate|neighbou?r|assistant|nanny|au pair|carer|caregiver|nurse|plus[- ]one|(?:other|better) half)`;
export const pairs = '(?:parents|grandparents|in-laws|folks)';
/** Two who belong together, themselves said without a number. */
export const married = '(?:mr\\.? (?:and|&) mrs|bride and groom|husband and wife|man and wife)';
export const people =
  '(?:friends?|colleagues?|co-?workers?|buddies|mates|brothers|sisters|siblings|cousins|others?|guests?|flatmates|roommates|teammates)';
export const adults =
  '(?:(?:college |university |male |female |adult |retired |paying )?(?:adults?|adts?|ads?|grown[- ]?ups?|seniors?(?: citizens?)?|pensioners?|students?|m[ae]n|wom[ae]n|males?|females?|guys?|lads?|blokes?|dudes?|chaps?|gents?|gentlem[ae]n|lad(?:y|ies)|gals?|lass(?:es)?))';
/** Who travel by themselves as often as with somebody. */
export const youth = '(?:girls|boys|teenagers|teens)';
export const teenager = '(?:teenagers?|teens?)';
export const child = `(?:kids?|child(?:ren)?|chds?|cnns?|ch|sons?|daughters?|boys?|girls?|grandkids?|grandchild(?:ren)?|grandsons?|granddaughters?|${teenager}|minors?|youths?|juniors?|tweens?|preteens?|little ones?|littles|twins|triplets)`;
export const infant =
  '(?:infants?|infs?|bab(?:y|ies)|newborns?|toddlers?|lap (?:child(?:ren)?|infants?|bab(?:y|ies)))';

export const whose = '(?:(?:my|our|the|his|her|their) )?';
export const size =
  '(?:other |young |little |small |older |younger |elder |eldest |oldest |youngest |twin |teenage |teen |elderly |more |extra |additional )?';
/** A number before a noun, in the first of its two groups where it is in digits: "2 adults", "2x adults", "two adults". */
export const before = `(?:(\\d{1,3})(?: ?x\\b)? ?|(${countPattern}|an?|another) )`;
