import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import type { AccessState } from '../api/access.ts';
import { useAccess } from '../hooks/access-context.ts';
import { useWords } from '../texts/words.ts';
import { Icon } from './Icon.tsx';

interface KeyFormProps {
  readonly wanted: NonNullable<AccessState['wanted']>;
  readonly onTaken: () => void;
}
type Progress = 'idle' | 'checking' | 'wrong' | 'failed';

/** Asks for the key of a host that lets in only who has one. The server judges the key before it is kept. */
export function KeyForm({ wanted, onTaken }: KeyFormProps) {
  const { t } = useWords();
  const access = useAccess();
  const [key, setKey] = useState('');
  const [remember, setRemember] = useState(false);
  const [progress, setProgress] = useState<Progress>('idle');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  // Whoever sent a message and met this door goes on typing here.
  useEffect(() => input.current?.focus(), []);
  const offer = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (key.trim() === '' || progress === 'checking') return;
    setProgress('checking');
    access.offer(key.trim(), remember).then(
      (verdict) => {
        if (verdict === 'taken') {
          onTaken();
          return;
        }
        setProgress('wrong');
        input.current?.select();
      },
      () => setProgress('failed'),
    );
  };
  const trouble = progress === 'wrong' ? t.key.wrong : progress === 'failed' ? t.key.failed : '';
  return (
    <form className="key-form" aria-labelledby={`${id}title`} onSubmit={offer}>
      <h2 id={`${id}title`}>
        <Icon name="key" />
        {t.key.title}
      </h2>
      <p id={`${id}lead`}>{wanted === 'refused' ? t.key.refused : t.key.lead}</p>
      <label className="field" htmlFor={`${id}key`}>
        {t.key.label}
      </label>
      <input
        id={`${id}key`}
        ref={input}
        className="input"
        type="password"
        name="key"
        autoComplete="current-password"
        autoCapitalize="off"
        spellCheck={false}
        value={key}
        aria-invalid={progress === 'wrong'}
        aria-describedby={`${id}lead ${id}trouble`}
        onChange={(event) => {
          setKey(event.target.value);
          setProgress('idle');
        }}
      />
      <p id={`${id}trouble`} className="key-trouble" role="alert">
        {trouble}
      </p>
      <label className="key-remember">
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        <span>
          {t.key.remember}
          <small className="quiet">{t.key.rememberHint}</small>
        </span>
      </label>
      <button type="submit" className="button primary" aria-disabled={key.trim() === ''}>
        {progress === 'checking' ? t.key.checking : t.key.send}
      </button>
    </form>
  );
}
