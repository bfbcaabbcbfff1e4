import type { Trip } from '../domain/trip.ts';
import type { Language } from '../nlp/language.ts';

/** The first place of a trip whose code nobody knows, and the field that has it; whether flights go there is for the sources to say. */
export function findUnknownPlace(
  { legs }: Trip,
  { placeOfCode }: Pick<Language, 'placeOfCode'>,
): { field: string; code: string } | undefined {
  return legs
    .flatMap((leg, index) =>
      (['origin', 'destination'] as const).map((end) => ({
        field: `legs.${index}.${end}.code`,
        code: leg[end]?.code,
      })),
    )
    .flatMap(({ field, code }) => (code !== undefined && !placeOfCode(code) ? [{ field, code }] : []))
    .at(0);
}
