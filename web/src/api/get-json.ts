import type { Ask } from './access.ts';
import { problemFrom } from './problem-error.ts';

/** GETs JSON of our own server. Throws ProblemError. */
export async function getJson<Answer>(ask: Ask, path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await ask(path, {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as Answer;
}
