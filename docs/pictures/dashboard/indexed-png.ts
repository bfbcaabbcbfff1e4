import { crc32, deflateSync } from 'node:zlib';

const mostColours = 256;

/**
 * A PNG of at most 256 colours, a third of the size of what a browser writes. Of colours that look alike the most frequent stays as it
 * is; the rest, which are edges of letters and lines, become the nearest that stays.
 */
export function indexedPng(rgba: Uint8Array, width: number, height: number): Buffer {
  const pixels = Array.from({ length: width * height }, (_, n) => colourAt(rgba, n * 4));
  const counts = Map.groupBy(pixels, (colour) => colour);
  const byFrequency = [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([colour]) => colour);
  const palette = [...Map.groupBy(byFrequency, looks).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, mostColours);
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [n, colour] of pixels.entries())
    rows[Math.floor(n / width) * (width + 1) + 1 + (n % width)] = indexes.get(colour) ?? 0;
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourAt = (rgba: Uint8Array, at: number): number =>
  ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);

/** The same for colours that hardly differ. */
const looks = (colour: number): number => colour & 0xf0f0f0;

const partsOf = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette: readonly number[], colour: number): number {
  const own = partsOf(colour);
  const distances = palette.map((other) =>
    partsOf(other).reduce((sum, part, index) => sum + (part - (own[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
