/**
 * Scheduled carriers: code | name | home country | alliance (s star, o oneworld, t skyteam, - none) | l for low cost, n for network |
 * further names travellers use, comma separated. Memberships as of autumn 2026.
 */
export const airlineTable = `
AA|American Airlines|US|o|n|american,aa,american air
UA|United Airlines|US|s|n|united,united air
DL|Delta Air Lines|US|t|n|delta,delta airlines,delta air
WN|Southwest Airlines|US|-|l|southwest,south west,southwest air
AS|Alaska Airlines|US|o|n|alaska,alaska air
B6|JetBlue|US|-|l|jetblue airways,jet blue,jetblue airlines
F9|Frontier Airlines|US|-|l|frontier
NK|Spirit Airlines|US|-|l|spirit
HA|Hawaiian Airlines|US|o|n|hawaiian
G4|Allegiant Air|US|-|l|allegiant
SY|Sun Country Airlines|US|-|l|sun country
MX|Breeze Airways|US|-|l|breeze
XP|Avelo Airlines|US|-|l|avelo
AC|Air Canada|CA|s|n|aircanada
WS|WestJet|CA|-|n|west jet
PD|Porter Airlines|CA|-|n|porter
TS|Air Transat|CA|-|l|transat
F8|Flair Airlines|CA|-|l|flair
AM|Aeromexico|MX|t|n|aeroméxico,aero mexico
Y4|Volaris|MX|-|l|
VB|Viva|MX|-|l|viva aerobus,vivaaerobus
CM|Copa Airlines|PA|s|n|copa
AV|Avianca|CO|s|n|
LA|LATAM Airlines|CL|-|n|latam
G3|Gol|BR|-|l|gol linhas aereas
AD|Azul|BR|-|l|azul brazilian airlines
AR|Aerolíneas Argentinas|AR|t|n|aerolineas argentinas,aerolineas
H2|Sky Airline|CL|-|l|sky airline
JA|JetSMART|CL|-|l|jetsmart,jet smart
OB|Boliviana de Aviación|BO|-|n|boa
BW|Caribbean Airlines|TT|-|n|caribbean airlines
BA|British Airways|GB|o|n|british airways,ba,british air
VS|Virgin Atlantic|GB|t|n|virgin,virgin atlantic airways
U2|easyJet|GB|-|l|easy jet
LS|Jet2|GB|-|l|jet 2
BY|TUI Airways|GB|-|l|tui
LM|Loganair|GB|-|n|
EI|Aer Lingus|IE|-|n|
FR|Ryanair|IE|-|l|ryan air
AF|Air France|FR|t|n|airfrance
TO|Transavia France|FR|-|l|
KL|KLM|NL|t|n|klm royal dutch airlines
HV|Transavia|NL|-|l|
LH|Lufthansa|DE|s|n|lufthansa airlines
EW|Eurowings|DE|-|l|
DE|Condor|DE|-|n|
4Y|Discover Airlines|DE|-|n|
LX|SWISS|CH|s|n|swiss,swiss air,swiss international air lines
WK|Edelweiss Air|CH|-|n|edelweiss
OS|Austrian Airlines|AT|s|n|austrian
SN|Brussels Airlines|BE|s|n|
IB|Iberia|ES|o|n|
I2|Iberia Express|ES|o|l|
VY|Vueling|ES|-|l|
UX|Air Europa|ES|t|n|
V7|Volotea|ES|-|l|
NT|Binter|ES|-|n|binter canarias
TP|TAP Air Portugal|PT|s|n|tap,tap portugal,air portugal
S4|Azores Airlines|PT|-|n|sata
AZ|ITA Airways|IT|s|n|ita,alitalia
NO|Neos|IT|-|l|
SK|SAS|SE|t|n|scandinavian airlines,scandinavian
DY|Norwegian|NO|-|l|norwegian air,norwegian air shuttle
WF|Widerøe|NO|-|n|wideroe
AY|Finnair|FI|o|n|finn air
FI|Icelandair|IS|-|n|iceland air
OG|PLAY|IS|-|l|fly play
BT|airBaltic|LV|-|l|air baltic
LO|LOT Polish Airlines|PL|s|n|lot polish
W6|Wizz Air|HU|-|l|wizz,wizzair
OK|Czech Airlines|CZ|-|n|
RO|TAROM|RO|t|n|
FB|Bulgaria Air|BG|-|n|
JU|Air Serbia|RS|-|n|
OU|Croatia Airlines|HR|s|n|
A3|Aegean Airlines|GR|s|n|aegean
GQ|Sky Express|GR|-|n|sky express
KM|KM Malta Airlines|MT|-|n|air malta
TK|Turkish Airlines|TR|s|n|turkish,turkish air,thy
PC|Pegasus|TR|-|l|pegasus airlines
VF|AJet|TR|-|l|ajet,anadolujet
XQ|SunExpress|TR|-|l|sun express
SU|Aeroflot|RU|-|n|
S7|S7 Airlines|RU|-|n|
KC|Air Astana|KZ|-|n|
HY|Uzbekistan Airways|UZ|-|n|
J2|Azerbaijan Airlines|AZ|-|n|azal
LY|El Al|IL|-|n|elal
IZ|Arkia|IL|-|n|
RJ|Royal Jordanian|JO|o|n|
ME|Middle East Airlines|LB|t|n|mea
EK|Emirates|AE|-|n|emirates airlines,emirates airline
EY|Etihad Airways|AE|-|n|etihad
FZ|flydubai|AE|-|l|fly dubai
G9|Air Arabia|AE|-|l|
QR|Qatar Airways|QA|o|n|qatar airways,qatar air
KU|Kuwait Airways|KW|-|n|
J9|Jazeera Airways|KW|-|l|jazeera
GF|Gulf Air|BH|-|n|
WY|Oman Air|OM|o|n|
OV|SalamAir|OM|-|l|
SV|Saudia|SA|t|n|saudi airlines,saudia airlines,saudi arabian airlines
XY|flynas|SA|-|l|fly nas
RX|Riyadh Air|SA|-|n|
IR|Iran Air|IR|-|n|
MS|EgyptAir|EG|s|n|egypt air
AT|Royal Air Maroc|MA|o|n|air maroc,ram
TU|Tunisair|TN|-|n|
AH|Air Algérie|DZ|-|n|air algerie
ET|Ethiopian Airlines|ET|s|n|ethiopian
KQ|Kenya Airways|KE|t|n|
WB|RwandAir|RW|-|n|
TC|Air Tanzania|TZ|-|n|
UR|Uganda Airlines|UG|-|n|
SA|South African Airways|ZA|s|n|south african,south african airlines,saa
FA|FlySafair|ZA|-|l|safair
4Z|Airlink|ZA|-|n|
HC|Air Senegal|SN|-|n|
HF|Air Côte d'Ivoire|CI|-|n|
P4|Air Peace|NG|-|n|
DT|TAAG Angola|AO|-|n|taag
TM|LAM Mozambique|MZ|-|n|
MK|Air Mauritius|MU|-|n|
UU|Air Austral|RE|-|n|
HM|Air Seychelles|SC|-|n|
AI|Air India|IN|s|n|airindia
IX|Air India Express|IN|-|l|
6E|IndiGo|IN|-|l|indigo airlines
SG|SpiceJet|IN|-|l|spice jet
QP|Akasa Air|IN|-|l|akasa
UL|SriLankan Airlines|LK|o|n|sri lankan,srilankan
PK|Pakistan International Airlines|PK|-|n|pia
BG|Biman Bangladesh|BD|-|n|biman
RA|Nepal Airlines|NP|-|n|
Q2|Maldivian|MV|-|n|
SQ|Singapore Airlines|SG|s|n|singapore air
TR|Scoot|SG|-|l|
3K|Jetstar Asia|SG|-|l|
MH|Malaysia Airlines|MY|o|n|malaysian airlines
AK|AirAsia|MY|-|l|air asia
OD|Batik Air Malaysia|MY|-|n|
TG|Thai Airways|TH|s|n|thai,thai air
FD|Thai AirAsia|TH|-|l|
PG|Bangkok Airways|TH|-|n|
DD|Nok Air|TH|-|l|
VN|Vietnam Airlines|VN|t|n|
VJ|VietJet Air|VN|-|l|vietjet
GA|Garuda Indonesia|ID|t|n|garuda
JT|Lion Air|ID|-|l|
QG|Citilink|ID|-|l|
ID|Batik Air|ID|-|n|
PR|Philippine Airlines|PH|-|n|pal
5J|Cebu Pacific|PH|-|l|cebu pacific air
BI|Royal Brunei Airlines|BN|-|n|royal brunei
K6|Air Cambodia|KH|-|n|
QV|Lao Airlines|LA|-|n|
8M|Myanmar Airways International|MM|-|n|
CX|Cathay Pacific|HK|o|n|cathay
UO|HK Express|HK|-|l|
HX|Hong Kong Airlines|HK|-|n|
NX|Air Macau|MO|-|n|
CI|China Airlines|TW|t|n|
BR|EVA Air|TW|s|n|eva,eva airways
JX|STARLUX|TW|-|n|starlux airlines
CA|Air China|CN|s|n|airchina
MU|China Eastern|CN|t|n|china eastern airlines
CZ|China Southern|CN|-|n|china southern airlines
HU|Hainan Airlines|CN|-|n|hainan
3U|Sichuan Airlines|CN|-|n|
ZH|Shenzhen Airlines|CN|s|n|
MF|Xiamen Airlines|CN|t|n|xiamenair
9C|Spring Airlines|CN|-|l|
HO|Juneyao Air|CN|-|n|juneyao
JL|Japan Airlines|JP|o|n|jal
NH|ANA|JP|s|n|all nippon airways,all nippon
MM|Peach|JP|-|l|peach aviation
GK|Jetstar Japan|JP|-|l|
BC|Skymark Airlines|JP|-|l|skymark
ZG|ZIPAIR|JP|-|l|zip air
KE|Korean Air|KR|t|n|korean air lines
OZ|Asiana Airlines|KR|s|n|asiana
7C|Jeju Air|KR|-|l|
TW|T'way Air|KR|-|l|tway
LJ|Jin Air|KR|-|l|
OM|MIAT Mongolian Airlines|MN|-|n|miat
QF|Qantas|AU|o|n|qantas airways
VA|Virgin Australia|AU|-|n|
JQ|Jetstar|AU|-|l|
NZ|Air New Zealand|NZ|s|n|
FJ|Fiji Airways|FJ|o|n|
PX|Air Niugini|PG|-|n|
TN|Air Tahiti Nui|PF|-|n|
SB|Aircalin|NC|-|n|
`;
