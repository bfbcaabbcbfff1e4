import { useState, type Ref, type SyntheticEvent, type KeyboardEvent } from 'react';
import { useWords } from '../texts/words.ts';
import { Icon } from './Icon.tsx';

interface ComposerProps {
  readonly busy: boolean;
  /** What the box says while it is empty. */
  readonly placeholder: string;
  readonly onSend: (message: string) => void;
  readonly onStop: () => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** The longest message that the server reads. */
const longestMessage = 2000;

/** Where a traveller writes: Enter sends, Shift+Enter breaks the line. */
export function Composer({ busy, placeholder, onSend, onStop, inputRef }: ComposerProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const send = (): void => {
    const message = text.trim();
    if (message === '') return;
    setText('');
    onSend(message);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter takes its word and sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="sr-only" htmlFor="message">
        {t.composer.label}
      </label>
      <textarea
        id="message"
        ref={inputRef}
        rows={1}
        maxLength={longestMessage}
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {busy ? (
        <button type="button" className="button stop" onClick={onStop}>
          <Icon name="stop" />
          {t.composer.stop}
        </button>
      ) : (
        <button type="submit" className="button primary" aria-disabled={text.trim() === ''}>
          <span>{t.composer.send}</span>
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}
