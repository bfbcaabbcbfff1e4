import { Component, type ReactNode } from 'react';
import { useWords } from '../texts/words.ts';

interface BoundaryProps {
  /** What stands in the place of a part that broke; `again` puts the part back. */
  readonly fallback: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps what breaks in a part of the page to that part. */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.fallback(() => this.setState({ broken: false }));
  }
}

/** Says that a part could not be loaded, with the way to try again. */
export function PartFailed({ onAgain, onClose }: { onAgain: () => void; onClose?: () => void }) {
  const { t } = useWords();
  return (
    <div className="trouble part-failed" role="alert">
      <p>{t.trouble.part}</p>
      <p className="part-ways">
        <button type="button" className="button" onClick={onAgain}>
          {t.trouble.again}
        </button>
        {onClose && (
          <button type="button" className="text-button" onClick={onClose}>
            {t.trouble.dismiss}
          </button>
        )}
      </p>
    </div>
  );
}
