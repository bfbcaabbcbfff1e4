import type { FastifyInstance } from 'fastify';

/** Remembers the routes as they are added, to tell which methods a path has. Call it before the first route. */
export function rememberMethods(server: FastifyInstance): (url: string) => string[] {
  const routes: { path: RegExp; methods: readonly string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    const methods = [method].flat().filter((name) => name !== 'HEAD');
    routes.push({ path: patternOf(url), methods });
  });
  return (url) => {
    const path = pathOf(url);
    return [
      ...new Set(routes.filter((route) => route.path.test(path)).flatMap(({ methods }) => methods)),
    ].toSorted((a, b) => b.localeCompare(a));
  };
}

/** The path of a URL as the router reads it: "/%63hat" is "/chat". */
export function pathOf(url: string): string {
  const [path = '/'] = url.split('?');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** "/sessions/:id" also matches "/sessions/abc/", as the router does. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/\/$/u, '')
      .replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
      .replaceAll(/:\w+/gu, '[^/]+')}/?$`,
    'u',
  );
