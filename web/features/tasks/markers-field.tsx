import { Input } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { MarkerEditor } from '../../ui/marker-editor';
import { STEP_FPS } from './clips';
import type { Clip, Question } from './use-tasks';

type Marker = Schemas['MarkerInput'];

/** A clip of the programme with markers on its timeline and in its picture. */
export function MarkersField({
  question,
  clips,
  value,
  isReadOnly,
  onChange,
}: {
  question: Question;
  clips: readonly Clip[];
  value: unknown;
  isReadOnly: boolean;
  onChange: (value: Marker[]) => void;
}) {
  const clip = clips.find(({ id }) => id === question.clips[0]);
  if (clip === undefined) return null;
  return (
    <Input.Wrapper
      labelElement="div"
      label={question.label}
      description={question.help}
      required={question.isRequired}
    >
      <MarkerEditor
        clip={{ src: clip.url, label: question.label, fps: STEP_FPS, seconds: clip.seconds ?? 1 }}
        markers={(value ?? []) as Marker[]}
        isReadOnly={isReadOnly}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}
