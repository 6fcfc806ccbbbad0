import { useEffect, useState } from 'react';

/** The value once it has stopped changing for `delay` ms. Compare by `key`, not by identity. */
export function useSettled<T>(value: T, key: string, delay = 250): T {
  const [settled, setSettled] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the value is another one
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [key, delay]);
  return settled;
}
