import {
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Slider,
  Stack,
  Switch,
  Text,
  Textarea,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { stylesQuery } from '../../api/styles';
import { ReferenceField } from './reference-field';
import { ASPECTS, RESOLUTIONS, type RequestDraft } from './request';

type Form = UseFormReturnType<RequestDraft>;

/** What is asked for most: style, size, number, draft or final, length. */
export function MainFields({ form }: { form: Form }) {
  const styles = useQuery(stylesQuery).data ?? [];
  const options = [
    { value: 'none', label: 'No style' },
    ...styles.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <>
      <Group align="flex-end" wrap="wrap">
        <Select label="Style" data={options} allowDeselect={false} w={150} {...form.getInputProps('style')} />
        <Select
          label="Resolution"
          data={RESOLUTIONS}
          allowDeselect={false}
          w={120}
          {...form.getInputProps('resolution')}
        />
        <Select
          label="Aspect"
          data={ASPECTS}
          allowDeselect={false}
          w={110}
          {...form.getInputProps('aspect')}
        />
        <NumberInput
          label="Variations"
          min={1}
          max={8}
          allowDecimal={false}
          w={100}
          {...form.getInputProps('variations')}
        />
        <Stack gap={4} flex={1} miw={200}>
          <Text size="sm" fw={500} id="seconds-label">
            Length: {form.values.seconds} s
          </Text>
          <Slider
            thumbProps={{ 'aria-labelledby': 'seconds-label' }}
            min={1}
            max={60}
            my={10}
            label={(value) => `${value} s`}
            {...form.getInputProps('seconds')}
          />
        </Stack>
      </Group>
      <Switch
        label="Draft"
        description="A quarter of the credits. Promote the one you like to a final with the same seed."
        {...form.getInputProps('draft', { type: 'checkbox' })}
      />
    </>
  );
}

/** What is asked for less often. */
export function MoreFields({ form }: { form: Form }) {
  return (
    <Stack>
      <Textarea
        label="Not in the picture"
        autosize
        minRows={1}
        maxLength={2000}
        {...form.getInputProps('negativePrompt')}
      />
      <ReferenceField
        value={form.values.referenceId}
        onChange={(id) => form.setFieldValue('referenceId', id)}
      />
      <Group align="flex-end">
        <NumberInput
          label="Seed"
          description="Same request and seed, same picture. Empty: a random one."
          min={0}
          max={4294967295}
          allowDecimal={false}
          w={320}
          {...form.getInputProps('seed')}
        />
        <div>
          <Text size="sm" fw={500} id="fps-label">
            Frames per second
          </Text>
          <SegmentedControl
            aria-labelledby="fps-label"
            data={['24', '25', '30']}
            value={String(form.values.fps)}
            onChange={(value) => form.setFieldValue('fps', Number(value) as RequestDraft['fps'])}
          />
        </div>
      </Group>
    </Stack>
  );
}
