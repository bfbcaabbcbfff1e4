import { randomFillSync } from 'node:crypto';

const idBytes = 18;
const pool = Buffer.alloc(idBytes * 256);
let used = pool.length;

/** An id nobody can guess: 144 random bits as 24 characters that are safe in a URL. Bits are drawn in bulk, which is far cheaper. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const id = pool.toString('base64url', used, used + idBytes);
  used += idBytes;
  return id;
}
