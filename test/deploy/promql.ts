/** A metric that an expression reads, with the values that it asks of labels. */
export interface Selector {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
}

const words = new Set(['and', 'or', 'unless', 'bool']);

/**
 * The metrics that an expression reads. No parser: strings, durations, functions and lists of labels are put aside, and what is left is a
 * metric. That holds for the expressions of this project, and errs towards finding too much.
 */
export function selectorsOf(expression: string): Selector[] {
  const strings: string[] = [];
  const selectors: Selector[] = [];
  const rest = expression
    .replaceAll(/"([^"]*)"/g, (_all, text: string) => `§${strings.push(text) - 1}`)
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/\b(?:by|on|ignoring|without|group_left)\s*\([^)]*\)/g, ' ')
    .replaceAll(/([a-zA-Z_][\w:]*)\s*\{([^}]*)\}/g, (_all, metric: string, matchers: string) => {
      const labels = [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*§(\d+)/g)];
      selectors.push({
        metric,
        labels: Object.fromEntries(
          labels.map(([, label = '', index]) => [label, strings[Number(index)] ?? ''] as const),
        ),
      });
      return ' ';
    });
  const bare = [...rest.matchAll(/(?<![\w.§])[a-zA-Z_][\w:]*(?!\w|:|\s*\()/g)].map(([metric]) => metric);
  return [...selectors, ...bare.filter((name) => !words.has(name)).map((metric) => ({ metric, labels: {} }))];
}
