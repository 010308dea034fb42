import { ActionIcon, Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';

const load = () => import('./palette');
const Palette = lazy(() => load().then((file) => ({ default: file.Palette })));

const COMMAND = navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K';

/** Opens the palette, as Ctrl or ⌘ with K does anywhere; it is loaded when it is first wanted. */
export function PaletteButton() {
  const [isWanted, setWanted] = useState(false);
  const open = () => {
    setWanted(true);
    void load().then((file) => file.openPalette());
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      // one dialog at a time; again, it closes
      if (document.querySelector('[role="dialog"]') === null) open();
      else void load().then((file) => file.closePalette());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        visibleFrom="sm"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">{COMMAND}</Kbd>}
        onClick={open}
      >
        Go to
      </Button>
      <ActionIcon hiddenFrom="sm" variant="subtle" color="gray" size="lg" aria-label="Go to" onClick={open}>
        <IconSearch size={18} />
      </ActionIcon>
      {isWanted && (
        <Suspense fallback={null}>
          <Palette />
        </Suspense>
      )}
    </>
  );
}
