/**
 * The same text, not as the parts that it was put together from. One text in parts anywhere in an answer makes JSON.stringify take nearly
 * twice as long for all of it (docs/decisions/0016). Normalizing is the cheapest of the ways to have it copied.
 */
export const inOnePiece = (text: string): string => text.normalize();
