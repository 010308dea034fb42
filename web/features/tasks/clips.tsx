import { lazy, Suspense, type Ref } from 'react';
import { Skeleton } from '@mantine/core';
import type { ClipControls } from '../../ui/clip-controls';
import type { Clip } from './use-tasks';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** Files say nothing of their frames: arrows step by a twenty-fourth. */
export const STEP_FPS = 24;

/** A clip that a question shows. */
export function TaskClip({
  clip,
  label,
  ref,
}: {
  clip: Clip | undefined;
  label: string;
  ref?: Ref<ClipControls>;
}) {
  if (clip === undefined) return null;
  return (
    <Suspense fallback={<Skeleton h={180} />}>
      <ClipPlayer src={clip.url} label={label} fps={STEP_FPS} {...(ref && { ref })} />
    </Suspense>
  );
}
