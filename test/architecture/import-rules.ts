/** What each part of src/ may import of ours; see ARCHITECTURE.md. A key is a folder, a subfolder or a file. */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  domain: [],
  nlp: ['domain'],
  dialogue: ['domain'],
  ranking: ['domain'],
  resilience: [],
  search: ['domain', 'resilience'],
  'providers/answer-reader.ts': ['domain', 'search/provider.ts', 'providers'],
  'providers/registry.ts': ['domain', 'search/provider.ts', 'providers'],
  providers: ['domain', 'search/provider.ts', 'resilience/until-aborted.ts', 'providers/fits-schema.ts'],
  store: ['domain'],
  platform: ['contract'],
  presentation: ['domain', 'contract', 'dialogue'],
  agent: [
    'domain',
    'resilience/until-aborted.ts',
    'contract',
    'nlp',
    'dialogue',
    'ranking',
    'search',
    'presentation',
    'store/sessions.ts',
    'store/store-unavailable.ts',
  ],
  'agent.ts': [
    'agent',
    'domain',
    'contract',
    'nlp',
    'dialogue',
    'ranking',
    'search',
    'presentation',
    'store/sessions.ts',
    'store/store-unavailable.ts',
  ],
  tools: [
    'agent',
    'domain',
    'contract',
    'nlp',
    'dialogue',
    'ranking',
    'search',
    'presentation',
    'store/sessions.ts',
    'store/store-unavailable.ts',
  ],
  http: ['contract', 'tools', 'platform', 'agent.ts'],
  mcp: ['contract', 'tools', 'platform', 'agent.ts'],
  cli: ['contract', 'tools', 'platform', 'agent.ts'],
  /** The parts of the composition root. */
  app: ['*'],
  'main.ts': ['command-line.ts'],
  'command-line.ts': ['app.ts', 'app', 'cli', 'mcp', 'platform'],
  'app.ts': ['*'],
};

export interface Import {
  /** Paths below src/. */
  readonly from: string;
  readonly to: string;
}

/** The most particular key that a path falls under. */
export function ruleFor(path: string): string | undefined {
  return Object.keys(allowedImports)
    .filter((key) => path === key || path.startsWith(`${key}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Whether an edge is in the table. A folder may import itself; a provider only its own folder, never another. */
export function isAllowed({ from, to }: Import): boolean {
  const rule = ruleFor(from);
  if (rule === undefined) return false;
  if (rule === 'providers') {
    const own = from.split('/').slice(0, 2).join('/');
    if (to.startsWith(`${own}/`)) return true;
  } else if (to.startsWith(`${rule}/`)) return true;
  return (allowedImports[rule] ?? []).some(
    (allowed) => allowed === '*' || to === allowed || to.startsWith(`${allowed}/`),
  );
}

/** One cycle among the imports, as a path that ends where it begins; undefined where there is none. */
export function findCycle(imports: readonly Import[]): string[] | undefined {
  const edges = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const { to } of edges.get(file) ?? []) {
      const cycle = visit(to);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}
