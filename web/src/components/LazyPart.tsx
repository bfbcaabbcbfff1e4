import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { Boundary, PartFailed } from './PartBoundary.tsx';

interface LazyPartProps<Props extends object> {
  /** Brings the script of the part; asked anew after it failed. */
  readonly load: () => Promise<{ default: ComponentType<Props> }>;
  readonly props: Props;
  readonly waiting: ReactNode;
  readonly onClose?: () => void;
}

/** A part of the page whose script comes when it is wanted. Where it cannot come the rest of the page stays, and the part can be tried again. */
export function LazyPart<Props extends object>({ load, props, waiting, onClose }: LazyPartProps<Props>) {
  const [attempt, setAttempt] = useState(() => ({ Part: lazy(load), failures: 0 }));
  const tryAgain = (): void => {
    // Some browsers remember that a script could not be had, and one of an older version never can: then only a new page helps, which
    // goes on with the conversation.
    if (attempt.failures > 0 && navigator.onLine) location.reload();
    else setAttempt({ Part: lazy(load), failures: attempt.failures + 1 });
  };
  return (
    <Boundary
      key={attempt.failures}
      fallback={() => <PartFailed onAgain={tryAgain} {...(onClose && { onClose })} />}
    >
      <Suspense fallback={waiting}>
        <attempt.Part {...props} />
      </Suspense>
    </Boundary>
  );
}
