import { Checkbox, Radio, Stack, Text, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/programs';
import { QueryView } from '../../ui/query-view';
import { LIKENESSES, stillToSay, THIRD_PARTY, type Offer } from './offer';

type Form = UseFormReturnType<Offer>;

function RightsFields({ form }: { form: Form }) {
  return (
    <Stack component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fw={600} mb="xs">
        Rights
      </Text>
      <Checkbox
        label="The prompt and everything else that went in is mine, or I may use it so."
        {...form.getInputProps('ownsInputs', { type: 'checkbox' })}
      />
      <Radio.Group label="Material of others in it" {...form.getInputProps('thirdPartyMaterial')}>
        <Stack gap="xs" mt="xs">
          {THIRD_PARTY.map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group label="Real people who can be recognised" {...form.getInputProps('likenesses')}>
        <Stack gap="xs" mt="xs">
          {LIKENESSES.map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label="Wherever I show it I say what made it: a generative model, or a program that draws from a formula."
        {...form.getInputProps('aiDisclosure', { type: 'checkbox' })}
      />
    </Stack>
  );
}

/** Everything an artist says about a clip that is offered: used for the offer and for changes to it. */
export function OfferFields({ form }: { form: Form }) {
  const policy = useQuery(policyQuery);
  const missing = stillToSay(form.values);
  return (
    <Stack>
      <TextInput label="Title" maxLength={120} withAsterisk {...form.getInputProps('title')} />
      <Textarea
        label="About it"
        description="Shown under the clip. May stay empty."
        autosize
        minRows={2}
        maxLength={4000}
        {...form.getInputProps('description')}
      />
      <RightsFields form={form} />
      <QueryView query={policy}>
        {({ labels, audiences }) => (
          <>
            <Checkbox.Group
              label="What viewers should know"
              description="Labels decide how fast and by how many it is looked at, not whether it is liked."
              {...form.getInputProps('labels')}
            >
              <Stack gap="xs" mt="xs">
                {labels.map(({ name, means }) => (
                  <Checkbox key={name} value={name} label={means} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Radio.Group label="For whom" {...form.getInputProps('audience')}>
              <Stack gap="xs" mt="xs">
                {audiences.map(({ name, means }) => (
                  <Radio key={name} value={name} label={means} />
                ))}
              </Stack>
            </Radio.Group>
          </>
        )}
      </QueryView>
      <TextInput
        type="datetime-local"
        label="Not before"
        description="Leave empty to publish as soon as it is approved."
        maw={280}
        {...form.getInputProps('embargo')}
      />
      <Text size="sm" role="status" c={missing.length > 0 ? undefined : 'dimmed'}>
        {missing.length > 0 ? `Still to say: ${missing.join(', ')}.` : 'Everything that is needed is there.'}
      </Text>
    </Stack>
  );
}
