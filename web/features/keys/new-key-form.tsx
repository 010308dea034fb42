import { Button, Checkbox, Group, NumberInput, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { MoreLimits } from './more-limits';

type Scope = Schemas['KeyBody']['scopes'][number];

/** A public key as people paste it; `null`: none was pasted, `undefined`: it cannot be read. */
function readJwk(text: string): Record<string, unknown> | null | undefined {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

interface Draft {
  name: string;
  scopes: Scope[];
  budget: number | '';
  expiresInDays: number;
  isTest: boolean;
  hourlyCap: number | '';
  dailyCap: number | '';
  networks: string[];
  origins: string[];
  jwk: string;
}

export type KeyForm = UseFormReturnType<Draft>;

export function NewKeyForm({ onMade }: { onMade: (made: Schemas['NewKeyView']) => void }) {
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useForm<Draft>({
    initialValues: {
      name: '',
      scopes: ['generations:read'],
      budget: '',
      expiresInDays: 90,
      isTest: false,
      hourlyCap: '',
      dailyCap: '',
      networks: [],
      origins: [],
      jwk: '',
    },
    validate: {
      name: (value) => (value.trim() === '' ? 'Name it after where it will be used.' : null),
      scopes: (value) => (value.length === 0 ? 'Choose at least one.' : null),
      jwk: (value) => (readJwk(value) === undefined ? 'This is no JSON Web Key.' : null),
    },
  });
  const create = useMutation({
    mutationFn: ({ budget, hourlyCap, dailyCap, isTest, jwk, ...draft }: Draft) =>
      unwrap(
        api.POST('/api/v1/keys', {
          body: {
            ...draft,
            kind: isTest ? 'test' : 'live',
            ...(budget === '' ? {} : { budget }),
            ...(hourlyCap === '' ? {} : { hourlyCap }),
            ...(dailyCap === '' ? {} : { dailyCap }),
            ...(readJwk(jwk) == null ? {} : { publicJwk: readJwk(jwk) ?? {} }),
          },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onSuccess: (made) => {
      setKey(newIdempotencyKey());
      form.reset();
      onMade(made);
    },
  });
  return (
    <Paper withBorder p="lg">
      <form onSubmit={form.onSubmit((draft) => create.mutate(draft))}>
        <Stack>
          <Title order={2} size="h4">
            New key
          </Title>
          <TextInput
            label="Name"
            description="Where it will be used"
            placeholder="Render script on the workstation"
            maxLength={80}
            withAsterisk
            {...form.getInputProps('name')}
          />
          <Checkbox.Group label="It may" withAsterisk {...form.getInputProps('scopes')}>
            <Stack gap="xs" mt="xs">
              <Checkbox value="generations:read" label="Look at my clips and my balance" />
              <Checkbox value="generations:write" label="Ask for clips and spend my credits" />
            </Stack>
          </Checkbox.Group>
          <Group align="flex-start">
            <NumberInput
              label="Budget in credits"
              description="Empty: only your balance bounds it"
              min={1}
              allowDecimal={false}
              w={280}
              {...form.getInputProps('budget')}
            />
            <NumberInput
              label="Days until it expires"
              description="365 at most"
              min={1}
              max={365}
              allowDecimal={false}
              w={200}
              {...form.getInputProps('expiresInDays')}
            />
          </Group>
          <MoreLimits form={form} />
          {create.isError && <ProblemNote error={create.error} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              Create key
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
