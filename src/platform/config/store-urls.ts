import type { EnvReader } from './env.ts';

/** Where Redis and Postgres are, in the shapes that their drivers take; null for what is not set. */
export function readStoreUrls({ problems, url }: EnvReader): {
  redisUrl: string | null;
  databaseUrl: string | null;
} {
  const redisUrl = url('REDIS_URL', ['redis', 'rediss']);
  const redis = parse(redisUrl);
  if (redis && redis.hostname === '') problems.push('REDIS_URL names no host');
  if (redis && !/^\/?\d*$/u.test(redis.pathname))
    problems.push('REDIS_URL may have nothing but the number of a database behind the host');
  const databaseUrl = url('DATABASE_URL', ['postgres', 'postgresql']);
  const postgres = parse(databaseUrl);
  // A socket on this machine has no host in its URL, but the name of the database, or what else says where it is.
  if (postgres && postgres.hostname + postgres.pathname.slice(1) + postgres.search === '')
    problems.push('DATABASE_URL names neither a host nor a database');
  return { redisUrl, databaseUrl };
}

const parse = (url: string | null): URL | null => (url !== null && URL.canParse(url) ? new URL(url) : null);
