import { useEffect, useState } from 'react';

const STEP = 1_000;

/**
 * Seconds that this page was open and seen, since it was opened first: a proposal for the time to confirm, kept in this
 * browser until it is handed in.
 */
export function useClock(name: string): { seconds: number; clear: () => void } {
  const key = `atelier.clock.${name}`;
  const [seconds, setSeconds] = useState(() => Number(localStorage.getItem(key) ?? '0') || 0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      setSeconds((before) => {
        localStorage.setItem(key, String(before + 1));
        return before + 1;
      });
    }, STEP);
    return () => clearInterval(timer);
  }, [key]);
  return { seconds, clear: () => localStorage.removeItem(key) };
}

export const clockFace = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
