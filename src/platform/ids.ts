import { randomBytes } from 'node:crypto';

/** An id nobody can guess: 144 random bits as 24 characters that are safe in a URL. */
export const newId = (): string => randomBytes(18).toString('base64url');
