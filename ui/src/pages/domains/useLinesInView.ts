import { type RefObject, useEffect, useState } from 'react';

/** Lines that are drawn above and below what is in view, so that scrolling doesn't outrun them. */
const MORE = 12;
/** The view moves in steps of so many lines: drawing anew at each pixel would be drawing all the time. */
const STEP = 4;

/** Which lines of a tall picture are in view, and some around them: [first, last]. */
export function useLinesInView(root: RefObject<HTMLElement | null>, line: number): readonly [number, number] {
  const [view, setView] = useState<readonly [number, number]>([0, 30]);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const top = root.current?.getBoundingClientRect().top;
      if (top === undefined) return;
      const first = Math.floor(-top / line / STEP) * STEP - MORE;
      const last = Math.ceil((window.innerHeight - top) / line / STEP) * STEP + MORE;
      setView((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    // Whatever scrolls: the window, or a part of the page in which this lies.
    document.addEventListener('scroll', ask, { capture: true, passive: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('scroll', ask, { capture: true });
      window.removeEventListener('resize', ask);
    };
  }, [root, line]);
  return view;
}
