/** Names of aircraft by the IATA code of their type, as timetables and sources have it: those that carry passengers in numbers. */
const list = `
100 Fokker 100
141 BAe 146
142 BAe 146
143 BAe 146
AR1 Avro RJ100
AR8 Avro RJ85
AT4 ATR 42
AT5 ATR 42-500
AT7 ATR 72
ATR ATR 42 or 72
AT6 ATR 42-600
AT9 ATR 72-600
221 Airbus A220-100
223 Airbus A220-300
CS1 Airbus A220-100
CS3 Airbus A220-300
318 Airbus A318
319 Airbus A319
31N Airbus A319neo
320 Airbus A320
32A Airbus A320
32N Airbus A320neo
321 Airbus A321
32B Airbus A321
32Q Airbus A321neo
32S Airbus A320 family
330 Airbus A330
332 Airbus A330-200
333 Airbus A330-300
338 Airbus A330-800neo
339 Airbus A330-900neo
340 Airbus A340
343 Airbus A340-300
345 Airbus A340-500
346 Airbus A340-600
350 Airbus A350
359 Airbus A350-900
351 Airbus A350-1000
380 Airbus A380
388 Airbus A380
717 Boeing 717
732 Boeing 737-200
733 Boeing 737-300
734 Boeing 737-400
735 Boeing 737-500
736 Boeing 737-600
737 Boeing 737
73G Boeing 737-700
73W Boeing 737-700
73C Boeing 737-300
738 Boeing 737-800
73H Boeing 737-800
739 Boeing 737-900
73J Boeing 737-900
7M7 Boeing 737 MAX 7
7M8 Boeing 737 MAX 8
7M9 Boeing 737 MAX 9
744 Boeing 747-400
747 Boeing 747
74H Boeing 747-8
752 Boeing 757-200
753 Boeing 757-300
757 Boeing 757
75W Boeing 757-200
762 Boeing 767-200
763 Boeing 767-300
764 Boeing 767-400
767 Boeing 767
76W Boeing 767-300
772 Boeing 777-200
773 Boeing 777-300
777 Boeing 777
77L Boeing 777-200LR
77W Boeing 777-300ER
779 Boeing 777-9
787 Boeing 787
788 Boeing 787-8
789 Boeing 787-9
78J Boeing 787-10
781 Boeing 787-10
919 COMAC C919
CR1 CRJ100
CR2 CRJ200
CR7 CRJ700
CR9 CRJ900
CRK CRJ1000
CRJ CRJ
DH1 Dash 8-100
DH2 Dash 8-200
DH3 Dash 8-300
DH4 Dash 8-400
DH8 Dash 8
E70 Embraer 170
E75 Embraer 175
E7W Embraer 175
E90 Embraer 190
E95 Embraer 195
E9L Embraer 195
E7L Embraer 175
290 Embraer E190-E2
295 Embraer E195-E2
EMJ Embraer 170 or 190
ER3 Embraer ERJ-135
ER4 Embraer ERJ-145
ERJ Embraer ERJ
SF3 Saab 340
S20 Saab 2000
SU9 Sukhoi Superjet 100
BEH Beechcraft 1900
CNA Cessna
PL2 Pilatus PC-12
`;
const names: ReadonlyMap<string, string> = new Map(
  list
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 3), line.slice(4)]),
);

/** What travellers call a type of aircraft; undefined where its code is not known. */
export const aircraftName = (code: string): string | undefined => names.get(code);
