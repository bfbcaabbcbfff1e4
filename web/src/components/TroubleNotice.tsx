import { useEffect, useState } from 'react';
import type { Trouble } from '../model/conversation.ts';
import { agentLanguage, useWords } from '../texts/words.ts';

/** All but a locked door, which asks for its key. */
export type ShownTrouble = Trouble & { readonly kind: Exclude<Trouble['kind'], 'locked'> };

/** What went wrong, in words, and the way on. A busy server is asked again when it said it would be ready. */
export function TroubleNotice({ trouble, onRetry }: { trouble: ShownTrouble; onRetry: () => void }) {
  const { t } = useWords();
  const [left, setLeft] = useState(trouble.retryAfterSeconds);
  useEffect(() => {
    if (left === null) return undefined;
    const timer = setTimeout(() => (left <= 1 ? onRetry() : setLeft(left - 1)), 1000);
    return () => clearTimeout(timer);
  }, [left, onRetry]);
  useEffect(() => {
    if (trouble.kind !== 'offline') return undefined;
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [trouble.kind, onRetry]);
  return (
    <div className="trouble" role="alert" data-kind={trouble.kind}>
      <p>
        {trouble.detail ? <strong>{t.trouble[trouble.kind]}</strong> : t.trouble[trouble.kind]}{' '}
        {trouble.detail && <span lang={agentLanguage}>{trouble.detail}</span>}
      </p>
      {trouble.again && (
        <button type="button" className="button" onClick={onRetry}>
          {t.trouble.again}
        </button>
      )}
      {left !== null && (
        <p className="quiet" aria-hidden="true">
          {t.trouble.againIn(left)}
        </p>
      )}
    </div>
  );
}
