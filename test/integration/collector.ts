import { startSimulator, type Exchange, type Simulator } from '../simulators/http-server.ts';

/** Takes whatever is sent to it over a real socket, as a collector of traces or of errors does. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Exchange[];
  /** Every byte that came, bodies and heads. */
  everything(): string;
}

export async function startCollector(
  answer: () => { status: number; headers?: Record<string, string> } = () => ({ status: 200 }),
): Promise<Collector> {
  const received: Exchange[] = [];
  const simulator: Simulator = await startSimulator((exchange) => {
    received.push(exchange);
    return { ...answer(), body: '{}' };
  });
  return {
    url: simulator.url,
    received,
    everything: () => JSON.stringify(received),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

/** A span as OTLP writes it, in plainer words. */
export interface SeenSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  /** 2 means an error. */
  readonly status: { readonly code: number };
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly {
    readonly name: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Written extends Omit<SeenSpan, 'attributes' | 'events'> {
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly { readonly name: string; readonly attributes?: readonly Attribute[] }[];
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Written[] }[];
  }[];
}

const exportsOf = ({ received }: Collector) =>
  received
    .filter(({ path }) => path === '/v1/traces')
    .flatMap(({ body }) => (JSON.parse(body) as Export).resourceSpans);

export const resourcesOf = (collector: Collector) =>
  exportsOf(collector).map(({ resource }) => plain(resource.attributes));

/** All spans, by when they began. */
export const spansOf = (collector: Collector): SeenSpan[] =>
  exportsOf(collector)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map((span) => ({
      ...span,
      attributes: plain(span.attributes),
      events: (span.events ?? []).map(({ name, attributes }) => ({ name, attributes: plain(attributes) })),
    }))
    .toSorted((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)));

/** The tree of names, each below its parent. */
export const treeOf = (spans: readonly SeenSpan[]): string[] => {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const pathOf = (span: SeenSpan): string => {
    const parent = span.parentSpanId === undefined ? undefined : byId.get(span.parentSpanId);
    return parent ? `${pathOf(parent)} > ${span.name}` : span.name;
  };
  return spans.map(pathOf).toSorted();
};

const plain = (attributes: readonly Attribute[] = []): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
