import type { ReadAnswer } from '../../search/provider.ts';
import type { PackedPart } from '../../store/packed-part.ts';

/** A read answer on its way from the thread that read it. */
export interface PackedAnswer extends Omit<ReadAnswer, 'offers'> {
  readonly part: PackedPart;
}

/** What a reading thread is told once. */
export interface ThreadSettings {
  /** IANA zones by IATA code of the airport. */
  readonly timeZones: ReadonlyMap<string, string>;
}
