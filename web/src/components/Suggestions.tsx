import { agentLanguage, useWords } from '../texts/words.ts';

/** Messages that can be sent with one click, as they are. */
export function Suggestions({
  actions,
  onSend,
}: {
  actions: readonly string[];
  onSend: (message: string) => void;
}) {
  const { t } = useWords();
  if (actions.length === 0) return null;
  return (
    <ul className="suggestions" aria-label={t.conversation.suggestions}>
      {actions.map((action) => (
        <li key={action}>
          <button type="button" className="pill" lang={agentLanguage} onClick={() => onSend(action)}>
            {action}
          </button>
        </li>
      ))}
    </ul>
  );
}
