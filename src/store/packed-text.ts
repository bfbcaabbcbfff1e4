import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * The fastest level, and a window of 128 KiB: what is packed here is seldom longer, and the tables of a larger one take longer to set up
 * than the packing itself.
 */
const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_windowLog]: 17 };

/**
 * Setting up a compression takes three times as long as compressing 20,000 characters. For a shorter text that is not worth it: the offers of
 * one answer without their references would be a third as long, and a conversation 3 KB smaller.
 */
const shortText = 8192;
const plain = 0;
const compressed = 1;

/** A text as few bytes, outside of the garbage collector's reach. */
export const packText = (text: string): Buffer => packBytes(encode(text));

/** The same for a text that is there as UTF-8. The first byte says how the others are to be read. */
export function packBytes(bytes: Uint8Array): Buffer {
  const packed = bytes.length <= shortText ? bytes : zstdCompressSync(bytes, { params });
  const whole = Buffer.allocUnsafeSlow(1 + packed.length);
  whole[0] = packed === bytes ? plain : compressed;
  whole.set(packed, 1);
  return whole;
}

/** Where texts are written before they are packed: fresh memory of this size takes longer to get than the text to write. */
let desk = Buffer.allocUnsafeSlow(256 * 1024);
const largestDesk = 4 * 1024 * 1024;
const bytesPerUnit = 3;

/** The text as UTF-8, to be used up before another is encoded. */
function encode(text: string): Buffer {
  const most = text.length * bytesPerUnit;
  if (most > largestDesk) return Buffer.from(text);
  if (most > desk.length) desk = Buffer.allocUnsafeSlow(largestDesk);
  return desk.subarray(0, desk.write(text));
}

/** The inverse of packText. Throws where the bytes are not of its making. */
export function unpackText(packed: Uint8Array): string {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset + 1, packed.byteLength - 1);
  if (packed[0] === plain) return bytes.toString();
  if (packed[0] === compressed) return zstdDecompressSync(bytes).toString();
  throw new TypeError('these bytes are no packed text');
}
