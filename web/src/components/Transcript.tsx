import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../model/conversation.ts';
import { agentLanguage, useWords } from '../texts/words.ts';
import { Markdown } from './Markdown.tsx';

/** What was said. On a phone only the last of it shows until the rest is asked for. */
export function Transcript({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const { lines, trip, phase, stopped } = conversation;
  useEffect(() => {
    const panel = end.current?.parentElement;
    if (panel) panel.scrollTop = panel.scrollHeight;
  }, [lines, phase]);
  const who = { traveller: t.conversation.you, agent: t.conversation.agent, note: t.conversation.agent };
  return (
    // A place that scrolls can be reached by keyboard.
    <div
      className="transcript"
      data-whole={whole}
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
      {lines.map((line) => (
        <div key={line.id} className={`line ${line.from}`}>
          <span className="sr-only">{who[line.from]}: </span>
          <div className="line-text" lang={line.from === 'agent' ? agentLanguage : undefined}>
            <Markdown text={line.text} />
          </div>
        </div>
      ))}
      {lines.length === 0 && trip && phase === 'idle' && (
        <p className="line note">{t.conversation.continued}</p>
      )}
      {phase === 'reading' && <p className="line waiting">{t.conversation.reading}</p>}
      {phase === 'resuming' && <p className="line waiting">{t.conversation.resuming}</p>}
      {stopped && <p className="line note">{t.conversation.stopped}</p>}
      <div ref={end} />
    </div>
  );
}
