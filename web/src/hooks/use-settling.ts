import { useLayoutEffect, useRef, type RefObject } from 'react';

const glide = { duration: 320, easing: 'cubic-bezier(.2,.8,.2,1)' };
const appear = { duration: 260, easing: 'ease-out' };

/**
 * Children with `data-settles` glide to their new places when the order changes, so that an eye can follow the card it reads.
 * Only those in sight, before or after: all places are read before anything moves, so the page is laid out once.
 */
export function useSettling(list: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || typeof element.animate !== 'function') return;
    const before = places.current;
    // Against the list and not the window, which may have been scrolled meanwhile.
    const children = [...element.querySelectorAll<HTMLElement>('[data-settles]:not([hidden])')].map(
      (child) => ({ child, key: child.dataset.settles ?? '', top: child.offsetTop }),
    );
    places.current = new Map(children.map(({ key, top }) => [key, top]));
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const start = -element.getBoundingClientRect().top - innerHeight / 2;
    const seen = (top: number | undefined): boolean =>
      top !== undefined && top > start && top < start + innerHeight * 2;
    for (const { child, key, top } of children) {
      const was = before.get(key);
      if (was === top || !(seen(top) || seen(was))) continue;
      if (was === undefined)
        child.animate(
          [
            { opacity: 0, translate: '0 8px' },
            { opacity: 1, translate: '0' },
          ],
          appear,
        );
      else child.animate([{ translate: `0 ${was - top}px` }, { translate: '0' }], glide);
    }
  }, [list, order]);
}
