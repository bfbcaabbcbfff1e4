import type { ProviderReport } from '../../../src/contract/search.ts';
import type { Source } from '../model/conversation.ts';
import { nameOfSource } from '../model/name-of-source.ts';
import type { Texts } from '../texts/en.ts';
import { useWords } from '../texts/words.ts';

/** A line for every source while the search runs, and for those that failed after it. */
export function SourceProgress({ sources, searching }: { sources: readonly Source[]; searching: boolean }) {
  const { t, number } = useWords();
  const shown = sources.filter(({ report }) => searching || (report && !quiet.has(report.status)));
  if (shown.length === 0) return null;
  return (
    <ul className="sources" aria-label={t.sources.label}>
      {shown.map(({ provider, report }) => (
        <li key={provider} className="source" data-status={report?.status ?? 'asking'}>
          <span className="source-name">{nameOfSource(provider)}</span>
          <span className="source-line" aria-hidden="true" />
          <span>
            {report === null && t.sources.asking}
            {report?.status === 'ok' &&
              `${t.sources.offers(report.offers)}, ${report.cached ? t.sources.cached : t.sources.seconds(number(Math.max(report.elapsed_ms / 1000, 0.1)))}`}
            {report && report.status !== 'ok' && sayFailure(report, t)}
            {report?.stale && `, ${t.sources.stale}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What came of a source that did not answer whole, and why there is no more. */
function sayFailure({ status, offers, stale }: ProviderReport, t: Texts): string {
  const why = t.sources.statuses[status];
  return offers > 0 && !stale ? `${t.sources.offers(offers)}; ${why}` : why;
}

const quiet: ReadonlySet<string> = new Set(['ok', 'no_offers']);
