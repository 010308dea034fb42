import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';
const OWN_SPACE = 'button, a, summary, [role="slider"]:not([data-overlay]), [role="tab"], [role="radio"]';

/** Somebody is writing, choosing, or answering a question: keys belong to that. */
const isTaken = (target: Element): boolean =>
  target.closest(TYPING) !== null || document.querySelector('[role="dialog"]') !== null;

/**
 * Single keys of a page, by `KeyboardEvent.key` in lower case; `space` for the space bar. They never act while
 * somebody types or a dialog is open, and not with Ctrl, Alt or Meta.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>, isOn: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      // Held down, only arrows repeat: a decision is taken once.
      if (event.repeat && !event.key.startsWith('Arrow')) return;
      if (!(target instanceof Element)) return;
      if (isTaken(target)) {
        // the way out of a field that is no form of its own: the keys are the page's again
        if (event.key === 'Escape' && target instanceof HTMLElement) target.blur();
        return;
      }
      const name = event.key === ' ' ? 'space' : event.key.toLowerCase();
      const act = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      // On a button or in the player the space bar already means something.
      if (act === undefined || (name === 'space' && target.closest(OWN_SPACE) !== null)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
}
