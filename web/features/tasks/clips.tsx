import { lazy, Suspense, type Ref } from 'react';
import { Skeleton } from '@mantine/core';
import type { ClipControls } from '../../ui/clip-player';
import type { Clip } from './use-tasks';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** A clip that a question shows; files say nothing of their frames, so that arrows step by a twenty-fourth. */
export function TaskClip({
  clip,
  label,
  ref,
  onTime,
}: {
  clip: Clip | undefined;
  label: string;
  ref?: Ref<ClipControls>;
  onTime?: (seconds: number) => void;
}) {
  if (clip === undefined) return null;
  return (
    <Suspense fallback={<Skeleton h={180} />}>
      <ClipPlayer src={clip.url} label={label} fps={24} {...(ref && { ref })} {...(onTime && { onTime })} />
    </Suspense>
  );
}
