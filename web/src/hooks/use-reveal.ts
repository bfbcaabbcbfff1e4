import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Browsers lay out what is this many window heights away, so that scrolling finds it ready. */
const nearby = 2;

/**
 * Children that a filter lets back in take their places at once and are laid out one by one, a frame each, those in sight first:
 * so no frame waits for all of them. Until its frame a card is a space of its own height.
 */
export function useReveal(list: RefObject<HTMLElement | null>, change: unknown): void {
  const hidden = useRef<ReadonlySet<HTMLElement>>(new Set());
  useLayoutEffect(() => {
    const children = [...(list.current?.children ?? [])] as HTMLElement[];
    for (const child of children) if (!child.hidden && hidden.current.has(child)) child.dataset.waiting = '';
    hidden.current = new Set(children.filter((child) => child.hidden));
    let frame = requestAnimationFrame(function reveal() {
      const waiting = children.filter((child) => !child.hidden && child.dataset.waiting !== undefined);
      const next =
        waiting.find((child) => isWithin(child, 0)) ?? waiting.find((child) => isWithin(child, nearby));
      // What is farther away is left out of the layout by the style sheet, and costs nothing.
      for (const child of next ? [next] : waiting) delete child.dataset.waiting;
      if (next) frame = requestAnimationFrame(reveal);
    });
    return () => cancelAnimationFrame(frame);
  }, [list, change]);
}

function isWithin(element: Element, windows: number): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -windows * innerHeight && top < (1 + windows) * innerHeight;
}
