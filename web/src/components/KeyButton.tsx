import { useRef } from 'react';
import type { AccessState } from '../api/access.ts';
import { useWords } from '../texts/words.ts';
import { Icon } from './Icon.tsx';

interface KeyButtonProps {
  readonly kept: NonNullable<AccessState['kept']>;
  readonly onForget: () => void;
}

/** Says where the key is kept, and forgets it. */
export function KeyButton({ kept, onForget }: KeyButtonProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="tool" onClick={() => dialog.current?.showModal()} title={t.key.label}>
        <Icon name="key" />
        <span className="sr-only">{t.key.label}</span>
      </button>
      <dialog ref={dialog} className="dialog small" aria-label={t.key.label}>
        <form method="dialog" className="dialog-head">
          <h2>{t.key.label}</h2>
          <button type="submit" className="round" aria-label={t.edit.close}>
            <Icon name="close" />
          </button>
        </form>
        <p>{t.key.kept[kept]}</p>
        <button type="button" className="button" onClick={onForget}>
          {t.key.forget}
        </button>
        <p className="quiet">{t.key.forgetHint}</p>
      </dialog>
    </>
  );
}
