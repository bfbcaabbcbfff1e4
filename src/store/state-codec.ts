import { packText, unpackText } from './packed-text.ts';

/** How the state of a session becomes bytes and back. */
export interface StateCodec<State> {
  pack(state: State): Uint8Array;
  /** Throws where the bytes are not of its making. */
  unpack(packed: Uint8Array): State;
}

/** For any state of plain JSON data. */
export const jsonCodec = <State>(): StateCodec<State> => ({
  pack: (state) => packText(JSON.stringify(state)),
  unpack: (packed) => JSON.parse(unpackText(packed)) as State,
});
