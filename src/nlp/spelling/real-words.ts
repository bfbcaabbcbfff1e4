/** English words that are one slip away from a keyword and none of them; a test goes through a dictionary for more. */
const list = `
abound adust adusts afternoons afters aground airlike airliner airliners airlink airpost airposts airway alaskas alliances alter apter aroid
arride arrides arriding arrises arrivals arrived arriver arrivers aster auguste augusts availably avoids axoid baggages betweens boyfriends budge
budged budger budges budgets bushiness businessy bustiness busyness cabins chacked cheaped cheapen cheapo cheaps cheapy cheat cheater checker
cheeked cheep chelp chield childe childs chile chili chill chocked chooser chooses choosey choosy chose chouse chowse chucked clads claes clags
clams clans claps clash clasp clasps classy clast clasts clats claws clays clecked coaming coding coenacting coerecting coinfecting coking
collecting collection collections combing comings compadre compage compared comparer compares compart compere comping conceiting conception
conceptions concerting concocting concoction concoctions conducting conduction conductions confecting confection confections congesting
congestion congestions coning conjecting connation connations connectional connectionism connective connectives connector connectors connexion
connexions conniption conniptions connoting consecution consecutions consenting contacting contenting contention contentions contesting
convecting convection convections conventing convention conventions converting convicting conviction convictions cooing cooming coping coring
correcting correction corrections cosing coting coving cowing coxing coying cozing crass croming daring daughters dauring deltas delts departings
departures depasture deport deporting deports dering directs direst dollar draughter duding duing duking duping durning earlies earls easer
easier easted eastern easters eater eevning emicates emigrates emirate ester ether evenings eventing evirates excepts excerpt fattest faying
feying fiest fight fights firsts flaying flexibly flexile fleying flighty fling flyings flyping flyting foamily fright frights frying girlfriends
holyday holydays husbands iberis incant incants infanta infantas infante infantes lacer lader lager laker lamer lamest laser laster lated laten
latent latests latex lather latter laver laves laving lawer lawest laxer laxest layer leading leafing leaking leaming leaning leaping leare
leares learing lease leases leasing leaved leaven leavens leaver leavers leavings leavy leaze leazes leves liter loave loaves loaving luggages
luter marah marcs marsh maximums maximus merch midnights moaning moneth moneths monte montes monty mooning morling mornings moths mourning mouth
mouths nicht nichts nighs nighty nonstops overdight overlight overnights oversight overtight parent parpents parson patents peason peopled
peopler peoples pereon perron persona persons poinds ponds pound pownds preces preferable preferrable prefers premiums prents preservably preyer
priced pricer pricers pricey pricy pride prides pries prime primes prince princes prise prises prize prizes qanats quickset refinable refind
refound refuelable refunds refusable refutable retorn retund retuning returf returfing returfs rotund rounds roundtrips rownd scops seconde
secondi secondo seconds secund senhor senhors senor senors sensor sensors shops slops soops southwests staps stepover stepovers stoas stobs
stoeps stomps stoops stope stopes stopt stoss stots stoups stowps stows strops sundae sundry sunray swops tacket tackets teasellers teaselling
teazelling teenage teenaged teenages thanksgivings thicket thickets thirds thirl ticked ticken tickens ticker tickers tickey tickeys tiddler
tiddlers toady todays toddle toddled toddles toddy tokay tomorrows tonights tramel trameling tramelling trammellers trammelling travailing trave
traveled travelings travelled travellings travels traversers traversing traves trowellers trowelling tucket tuckets turkis tweenager tweenagers
udder undear undee undern undoer untie untile untin vacations vacuation vocation weeds weeke weekes weels weems weens weeps weets welks withouts
yesterdays
`;
export const realWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));
