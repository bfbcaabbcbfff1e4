export const allianceNames = { star: 'Star Alliance', oneworld: 'oneworld', skyteam: 'SkyTeam' } as const;
export type Alliance = keyof typeof allianceNames;

/** Members as of 2026, from the alliances' own pages; a card does not say it. */
const members: Readonly<Record<Alliance, string>> = {
  star: 'UA AC CM AV LH LX OS SN TP LO OU A3 TK MS ET SA AI SQ TG BR CA ZH NH OZ NZ',
  oneworld: 'AA AS BA IB AY RJ QR WY AT UL MH CX JL QF FJ I2',
  skyteam: 'DL AM VS AF KL UX SK RO ME SV KQ VN GA CI MU MF KE AR',
};

const allianceByAirline = new Map(
  (Object.keys(members) as Alliance[]).flatMap((alliance) =>
    members[alliance].split(' ').map((code) => [code, alliance] as const),
  ),
);

/** The alliance of an airline; undefined where it is in none. */
export const allianceOf = (airline: string): Alliance | undefined => allianceByAirline.get(airline);
