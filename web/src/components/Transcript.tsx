import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../model/conversation.ts';
import { agentLanguage, useWords } from '../texts/words.ts';
import { Markdown } from './Markdown.tsx';

/** What was said. On a phone only the last of it shows until the rest is asked for. */
export function Transcript({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const { lines, earlierLines, queued, trip, phase, cards, stopped, heard, trouble } = conversation;
  const last = lines.length - 1;
  useEffect(() => {
    const { current } = panel;
    // To the end, but not past where the last answer begins.
    const answer = current?.querySelector<HTMLElement>('.line.agent[data-last=true]');
    if (current) current.scrollTop = Math.min(current.scrollHeight, answer?.offsetTop ?? Infinity);
  }, [lines, queued, phase]);
  useEffect(() => {
    // On a phone the conversation stands above the flights, often far from what was just touched.
    if (heard === 'list' || heard === 'reply') bringIntoSight(panel.current);
  }, [heard]);
  const who = { traveller: t.conversation.you, agent: t.conversation.agent, note: t.conversation.agent };
  return (
    // A place that scrolls can be reached by keyboard.
    <div
      ref={panel}
      className="transcript"
      data-whole={whole}
      data-list={cards.length > 0 && heard !== 'reply'}
      tabIndex={0}
      role="group"
      aria-label={t.conversation.label}
    >
      {lines.length > 1 && (
        <button
          type="button"
          className="text-button only-phone"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t.conversation.label} ({lines.length})
        </button>
      )}
      {earlierLines > 0 && <p className="line note">{t.conversation.earlier(earlierLines)}</p>}
      {lines.map((line) => (
        <div key={line.id} className={`line ${line.from}`} data-last={line.id === last}>
          <span className="sr-only">{who[line.from]}: </span>
          <div className="line-text" lang={line.from === 'agent' ? agentLanguage : undefined}>
            <Markdown text={line.text} />
          </div>
          {line.unsent && <small className="line-mark">{t.conversation.unsent}</small>}
        </div>
      ))}
      {lines.length === 0 && trip && phase === 'idle' && (
        <p className="line note">{t.conversation.continued}</p>
      )}
      {phase === 'reading' && <p className="line waiting">{t.conversation.reading}</p>}
      {phase === 'resuming' && <p className="line waiting">{t.conversation.resuming}</p>}
      {stopped && <p className="line note">{t.conversation.stopped}</p>}
      {queued.map(({ text }, at) => (
        <div key={at} className="line traveller waits">
          <span className="sr-only">{t.conversation.you}: </span>
          <div className="line-text">
            <Markdown text={text} />
          </div>
          <small className="line-mark">{trouble ? t.conversation.held : t.conversation.queued}</small>
        </div>
      ))}
    </div>
  );
}

/** Only where the page itself scrolls: beside the flights the conversation is always in sight. */
function bringIntoSight(panel: HTMLElement | null): void {
  if (!panel || matchMedia('(min-width: 60.01rem)').matches) return;
  const { top, bottom } = panel.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  panel.scrollIntoView({ block: 'start' });
}
