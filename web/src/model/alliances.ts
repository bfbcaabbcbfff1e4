import { airlines } from '../../../src/domain/reference/airlines.ts';

export const allianceNames = { star: 'Star Alliance', oneworld: 'oneworld', skyteam: 'SkyTeam' } as const;
export type Alliance = keyof typeof allianceNames;

/** The alliance of an airline, which a card does not say; undefined where it is in none. */
export const allianceOf = (airline: string): Alliance | undefined =>
  airlines.get(airline)?.alliance ?? undefined;
