import type { KeyboardEvent, Ref, SyntheticEvent } from 'react';
import { useWords } from '../texts/words.ts';
import { Icon } from './Icon.tsx';

interface ComposerProps {
  readonly busy: boolean;
  /** What stands in the box. */
  readonly text: string;
  /** What the box says while it is empty. */
  readonly placeholder: string;
  readonly onText: (text: string) => void;
  readonly onSend: (message: string) => void;
  readonly onStop: () => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** The longest message that the server reads. */
const longestMessage = 2000;

/** Where a traveller writes: Enter sends, Shift+Enter breaks the line. What is sent during a turn waits for its answer. */
export function Composer({ busy, text, placeholder, onText, onSend, onStop, inputRef }: ComposerProps) {
  const { t, number } = useWords();
  const message = text.trim();
  const tooLong = message.length > longestMessage;
  const send = (): void => {
    if (message === '' || tooLong) return;
    onText('');
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
        dir="auto"
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="send"
        aria-invalid={tooLong}
        aria-describedby={tooLong ? 'message-length' : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {/* Beside the other button and not in its place: the second of two quick clicks on that one stops nothing. */}
      {busy && (
        <button type="button" className="button stop" onClick={onStop}>
          <Icon name="stop" />
          <span>{t.composer.stop}</span>
        </button>
      )}
      <button type="submit" className="button primary" aria-disabled={message === '' || tooLong}>
        <span>{t.composer.send}</span>
        <Icon name="send" />
      </button>
      {tooLong && (
        <p id="message-length" className="too-long" role="alert">
          {t.composer.tooLong(number(message.length), number(longestMessage))}
        </p>
      )}
    </form>
  );
}
