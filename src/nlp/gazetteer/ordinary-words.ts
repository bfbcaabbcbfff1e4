/** Words of ordinary sentences that are also names of places, or one letter away from them: places only where the sentence has room for one. */
const list = `
a about above after again ago all also am an and any are area as at away back bad bag bags bar bath be because been before best better big bit book
both bus but buy by bye can car cash change cheap check city class coach come cork cost could country cut date day days deal did do does done down drop early
east easy eight else end enough ever every family far fare fast few find first fit five fix flight flights fly for four free friend from fun get
give go going gone good got great green group had half happy has have he hello help her here hi high him his hold home hope hot hotel hour hours how
hurry if in is it its job just keep kid kids kind know land last late later leave left less let like line list little live long look lot love low
lunch made mail main make man many march mark match may maybe me mean meet men middle mine mobile month months more morning most move much must my
name near need never new next nice night nine no none noon normal north not note now number of off ok okay old on once one only open opera or orange
order other our out over own pair part parts party pass past pay people per pick place plan please point port ports price quick quite rate ray read
reading ready real really red rest return right road room round run safe said same sat save saw say search seat seats second see seem seen seven she
short should show side sight since single sir sister six size so some son soon sorry sort south split stay still stop stops store street such sun sure
take talk tax ten than thank thanks that the their them then there these they thing things think this those three through time times to today ton too
top total tour town trip true try turn two under until up us use used usual very via view visit wait walk want war was wash way we week weeks well went
were west what when where which white who why wife will wind window with work would yes yet you young your zero settle milan main bar son date ube
most van ball bend many cold hall home sale salt lake rose rock sand bay wells kent lee ho mo bo ga ma ha tu si hu as oh ah um nan pan pau dan ama ata
anna april august sunday monday friday saturday june july spring summer winter autumn fall business economy premium refund direct nonstop ticket round
deals total page price whatever whichever wherever around during across along towards another different cheapest fastest earliest latest evening afternoon
night tonight tomorrow returning leaving arriving departing flying looking booking travel traveling travelling passenger passengers adult adults child
children infant seniors senior airline airlines airport airports depart departure arrive arrival want wants wanted could would should does don't
start starting begin ending finish perfect awesome sounds sound right correct exactly works fine sweet cool alright stand steps quick check checked
`;

export const ordinaryWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/** Three-letter words that are codes of airports; in lower case they are words. */
export const codeWords: ReadonlySet<string> = new Set(
  `act add age ago aid aim air all and any apt are arm art ask ate bad bag ban bar bat bay bed bet big bit box boy bro bud bus but buy bye can cap car cat cop
cow cry cup cut dad day did die dig dna dog dot dry due ear eat egg ego end era eve eye fan far fat fax fee few fit fix flu fly fog for fun gap gas gay get
god got gun gut guy had has hat her hey him hip his hit hot how ice ill ink its jam jet job joy key kid lab law lay leg let lie lip log lot low mad man
map may men met mix mom mud mum net new nod nor not now nut odd off oil old one our out owe own pad pan pay pen per pet pie pig pin pit pop pot pub put
ran rat raw red rid row run sad sat saw say sea see set sex she shy sin sir sit six ski sky son spy sue sum sun tap tax tea ten the tie tip toe ton too top
toy try two use van via war was way web who why win won yes yet you mon tue wed thu fri jan feb mar apr jun jul aug sep oct nov dec usd eur gbp mrs asap
lol omg etc max min hrs hr non pls plz tho thx ual sis ext est pst cst mid duo con pro las los san des del der den dos las una que por con les mis nos`
    .trim()
    .split(/\s+/),
);

/** Words after which there is room for a place. */
export const placeCues: ReadonlySet<string> = new Set(
  'from to in into for at via near leaving departing visit visiting toward towards out of between and flying reach reaching through over origin destination'.split(
    ' ',
  ),
);
