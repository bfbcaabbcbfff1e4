import { SpanKind, trace } from '@opentelemetry/api';
import { eachWithin, inSpan, isTraced, recordFailure } from '../platform/traces/spans.ts';
import type { Traces } from '../platform/traces/traces.ts';
import type { SearchObserver } from '../search/async-search.ts';
import type { SearchProgress } from '../search/report.ts';
import type { SearchOptions, SearchService } from '../search/search.ts';
import type { Source } from '../search/source.ts';
import { failureStatusOf } from './failure-status.ts';
import { markAnswered } from './ranking-time.ts';

/** A span for every search, below its turn where it has one. */
export function tracedSearch(search: SearchService, { tracer, parent }: Traces): SearchService {
  return {
    search(requests, options) {
      const above = parent();
      const attributes = { 'windrose.mode': options.mode, 'windrose.requests': requests.length };
      const span = tracer.startSpan('search', { attributes }, above);
      if (!isTraced(span)) return search.search(requests, options);
      return watch(eachWithin(trace.setSpan(above, span), search.search(requests, options)), span, options);
    },
  };
}

async function* watch(
  progresses: AsyncIterable<SearchProgress>,
  span: ReturnType<Traces['tracer']['startSpan']>,
  { signal }: SearchOptions,
): AsyncGenerator<SearchProgress, void, undefined> {
  try {
    for await (const progress of progresses) {
      markAnswered();
      span.setAttributes({
        'windrose.offers': progress.offers.length,
        'windrose.complete': progress.complete,
      });
      yield progress;
    }
  } catch (error) {
    if (!signal.aborted) recordFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** A span for every time a source is asked, for flights or for one offer again. A search may outlast its turn: a source goes on for whoever asks the same again. */
export function tracedSource(source: Source, { tracer, parent }: Traces): Source {
  return {
    ...source,
    async run(request, run) {
      const attributes = { 'windrose.provider': source.id };
      const span = tracer.startSpan(`source ${source.id}`, { kind: SpanKind.CLIENT, attributes }, parent());
      if (!isTraced(span)) return source.run(request, run);
      let offers = 0;
      const tell = (status: string) =>
        span.setAttributes({ 'windrose.status': status, 'windrose.offers': offers });
      return inSpan(span, async () => {
        try {
          await source.run(request, {
            ...run,
            onBatch(batch) {
              offers += batch.length;
              run.onBatch(batch);
            },
          });
          tell(offers > 0 ? 'ok' : 'no_offers');
        } catch (error) {
          tell(failureStatusOf(error, run.signal));
          throw error;
        }
      });
    },
    async check(offer, signal, budgetMs) {
      const attributes = { 'windrose.provider': source.id };
      const span = tracer.startSpan(`check ${source.id}`, { kind: SpanKind.CLIENT, attributes }, parent());
      return inSpan(span, async () => {
        const checked = await source.check(offer, signal, budgetMs);
        span.setAttribute('windrose.status', checked?.status ?? 'unsupported');
        return checked;
      });
    },
  };
}

/** The observer, which is called within the search, notes on its span what came without asking a source. */
export function tracedAnswers(observer: SearchObserver): SearchObserver {
  return {
    ...observer,
    cacheLookedUp(provider, hit) {
      if (hit) trace.getActiveSpan()?.addEvent('answered from the cache');
      observer.cacheLookedUp(provider, hit);
    },
    shared(provider) {
      trace.getActiveSpan()?.addEvent('joined a search under way', { 'windrose.provider': provider });
      observer.shared(provider);
    },
  };
}
