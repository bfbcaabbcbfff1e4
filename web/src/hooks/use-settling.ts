import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Children with `data-settles` glide to their new places when the order changes, so that an eye can follow the card it reads. */
export function useSettling<Element extends HTMLElement>(order: string): RefObject<Element | null> {
  const list = useRef<Element>(null);
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const before = places.current;
    const after = new Map<string, number>();
    for (const child of list.current?.querySelectorAll<HTMLElement>('[data-settles]') ?? []) {
      const key = child.dataset.settles ?? '';
      // Against the list and not the window, which may have been scrolled meanwhile.
      const top = child.offsetTop;
      after.set(key, top);
      const was = before.get(key);
      if (still || typeof child.animate !== 'function') continue;
      if (was !== undefined && was !== top)
        child.animate([{ transform: `translateY(${was - top}px)` }, { transform: 'none' }], {
          duration: 320,
          easing: 'cubic-bezier(.2,.8,.2,1)',
        });
      else if (was === undefined)
        child.animate(
          [
            { opacity: 0, transform: 'translateY(8px)' },
            { opacity: 1, transform: 'none' },
          ],
          {
            duration: 260,
            easing: 'ease-out',
          },
        );
    }
    places.current = after;
  }, [order]);
  return list;
}
