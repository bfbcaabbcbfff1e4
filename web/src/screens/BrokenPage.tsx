import type { ReactNode } from 'react';
import { Boundary } from '../components/PartBoundary.tsx';
import { endConversation } from '../hooks/keep-conversation.ts';
import { readStored } from '../hooks/use-stored.ts';
import { createWords, languageFor, localeFor, type Language } from '../texts/words.ts';

/** Stands around the page: where it breaks as a whole, there are words and two ways on in its place. */
export function PageBoundary({ children }: { children: ReactNode }) {
  return <Boundary fallback={() => <BrokenPage />}>{children}</Boundary>;
}

function BrokenPage() {
  const language = readStored<Language>('language', languageFor(navigator.languages));
  const { t } = createWords(language, localeFor(language, navigator.languages));
  return (
    <main className="welcome">
      <h1>Windrose</h1>
      <p role="alert">{t.trouble.page}</p>
      <p className="part-ways">
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t.trouble.again}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            endConversation();
            location.replace(location.pathname);
          }}
        >
          {t.header.newTrip}
        </button>
      </p>
    </main>
  );
}
