import { useEffect } from 'react';

/**
 * What had the focus may leave the page: a suggestion that was sent, a wish that was dropped, a notice that did its work. The focus then
 * goes to the nearest part around it that is still there and can take it, instead of back to the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent): void => {
      around = [];
      for (let one = target instanceof HTMLElement ? target : null; one; one = one.parentElement)
        around = [...around, one];
    };
    const watch = new MutationObserver(() => {
      const [focused, ...parts] = around;
      if (!focused || focused.isConnected || document.activeElement !== document.body) return;
      around = [];
      parts
        .find((part) => part.isConnected && part.hasAttribute('tabindex') && part !== document.body)
        ?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, []);
}
