import { useRef, useState } from 'react';
import { useWords } from '../texts/words.ts';
import { Icon } from './Icon.tsx';

/** Copies the link of the search; where a page may not use the clipboard, it shows the link instead. */
export function ShareButton({ link }: { link: string }) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'manual'>('idle');
  const button = useRef<HTMLButtonElement>(null);
  const share = (): void => {
    // Without a secure context there is no clipboard at all, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) {
      setState('manual');
      return;
    }
    clipboard.writeText(link).then(
      () => setState('copied'),
      () => setState('manual'),
    );
  };
  return (
    <span className="share">
      <button
        ref={button}
        type="button"
        className="tool"
        onClick={share}
        onBlur={() => state === 'copied' && setState('idle')}
      >
        <Icon name={state === 'copied' ? 'check' : 'share'} />
        <span aria-live="polite">{state === 'copied' ? t.header.shared : t.header.share}</span>
      </button>
      {state === 'manual' && (
        <label className="share-link">
          <span>{t.header.shareManually}</span>
          <input
            readOnly
            autoFocus
            value={link}
            onFocus={(event) => event.target.select()}
            onBlur={() => setState('idle')}
            onKeyDown={(event) => {
              if (event.key === 'Escape') button.current?.focus();
            }}
          />
        </label>
      )}
    </span>
  );
}
