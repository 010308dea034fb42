import { Accordion, Checkbox, Group, NumberInput, Stack, TagsInput, Textarea } from '@mantine/core';
import type { KeyForm } from './new-key-form';

/** Limits that most keys do not need to change: they have sound ones of their own. */
export function MoreLimits({ form }: { form: KeyForm }) {
  return (
    <Accordion variant="contained" chevronPosition="left" order={3}>
      <Accordion.Item value="more">
        <Accordion.Control>Limits and places</Accordion.Control>
        <Accordion.Panel>
          <Stack>
            <Group align="flex-start">
              <NumberInput
                label="Credits an hour"
                description="Empty: a tenth of a month’s grant"
                min={1}
                allowDecimal={false}
                w={240}
                {...form.getInputProps('hourlyCap')}
              />
              <NumberInput
                label="Credits a day"
                description="Empty: a quarter of it"
                min={1}
                allowDecimal={false}
                w={240}
                {...form.getInputProps('dailyCap')}
              />
            </Group>
            <TagsInput
              label="Networks"
              description="Such as 203.0.113.0/24. None: everywhere."
              maxTags={20}
              {...form.getInputProps('networks')}
            />
            <TagsInput
              label="Web pages"
              description="Such as https://studio.example. None: by programs only."
              maxTags={20}
              {...form.getInputProps('origins')}
            />
            <Textarea
              label="Public key (JWK)"
              description="Binds the key to your key pair (DPoP, RFC 9449): a copy is worth nothing without it, so it may do more."
              placeholder='{"kty":"EC","crv":"P-256","x":"…","y":"…"}'
              autosize
              minRows={2}
              {...form.getInputProps('jwk')}
            />
            <Checkbox
              label="A test key: looks at things and can spend nothing"
              {...form.getInputProps('isTest', { type: 'checkbox' })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
