import { Checkbox, Group, Radio, Stack, Text, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/programs';
import { QueryView } from '../../ui/query-view';
import { LIKENESSES, STANCES, stillToSay, THIRD_PARTY, type Offer } from './offer';

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
      {(form.values.thirdPartyMaterial === 'licensed' || form.values.likenesses === 'consented') && (
        <TextInput
          label="Where the licence or the consent comes from"
          description="A link or a sentence, for the reviewer."
          maxLength={2000}
          {...form.getInputProps('evidence')}
        />
      )}
      <Checkbox
        label="Wherever I show it I say what made it: a generative model, or a program that draws from a formula."
        {...form.getInputProps('aiDisclosure', { type: 'checkbox' })}
      />
    </Stack>
  );
}

/** When, with whom, and what it says: none of it is needed. */
function Whereabouts({ form }: { form: Form }) {
  return (
    <>
      <Group align="flex-start">
        <TextInput
          type="datetime-local"
          label="Not before"
          description="An embargo: empty is at once."
          {...form.getInputProps('embargo')}
        />
        <TextInput
          type="datetime-local"
          label="You would like it out on"
          description="Reviewers see it; it is no promise."
          {...form.getInputProps('wished')}
        />
      </Group>
      <Textarea
        label="Made together with"
        description="One a line. Behind a name its account, as Ada <ada@example.org>: then they never decide about it. Nobody sees the address."
        autosize
        minRows={1}
        {...form.getInputProps('coAuthors')}
      />
      <Radio.Group
        label="What it says about the model or the programme"
        description="If you like. Nobody who decides sees it: it is counted, so that anybody can see whether critical works fare worse."
        {...form.getInputProps('stance')}
      >
        <Stack gap="xs" mt="xs">
          {STANCES.map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
          <Radio value="" label="I do not say" />
        </Stack>
      </Radio.Group>
    </>
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
      <Whereabouts form={form} />
      <Text size="sm" role="status" c={missing.length > 0 ? undefined : 'dimmed'}>
        {missing.length > 0 ? `Still to say: ${missing.join(', ')}.` : 'Everything that is needed is there.'}
      </Text>
    </Stack>
  );
}
