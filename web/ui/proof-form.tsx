import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, unwrap, type Schemas } from '../api/client';
import { provePasskey } from '../api/passkeys';
import type { Session } from '../api/session';
import { ProblemNote } from './problem-note';

type Way = Session['proofWays'][number];
type TypedWay = Exclude<Way, 'passkey'>;

const OTHER_WAY: Record<TypedWay, string> = {
  code: 'Use the authenticator app',
  recovery_code: 'Use a recovery code',
  password: 'Use the password',
};

const bodyOf = (way: TypedWay, text: string): Schemas['StepUpBody'] =>
  way === 'code'
    ? { code: text.replace(/\D/g, '') }
    : way === 'password'
      ? { password: text }
      : { recoveryCode: text };

function ProofField({
  way,
  text,
  onChange,
}: {
  way: TypedWay;
  text: string;
  onChange: (text: string) => void;
}) {
  const props = {
    value: text,
    required: true,
    'data-autofocus': true,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (way === 'password')
    return <PasswordInput label="Password" autoComplete="current-password" {...props} />;
  if (way === 'recovery_code')
    return (
      <TextInput
        label="Recovery code"
        description="One of those you kept on paper; it is used up"
        autoComplete="off"
        {...props}
      />
    );
  return (
    <TextInput
      label="Code"
      description="Six digits, from your authenticator app"
      inputMode="numeric"
      autoComplete="one-time-code"
      {...props}
    />
  );
}

/** Asks for a proof that it is you, by the best way you have; others are one click away. */
export function ProofForm({
  ways,
  confirm,
  onProved,
  onBack,
  backLabel = 'Back',
}: {
  ways: readonly Way[];
  confirm: string;
  onProved: (session: Session) => void;
  onBack?: () => void;
  backLabel?: string;
}) {
  const typed = ways.filter((way): way is TypedWay => way !== 'passkey');
  const [chosen, setChosen] = useState<TypedWay | null>(null);
  const way = chosen ?? typed[0] ?? null;
  const [text, setText] = useState('');
  const prove = useMutation({
    mutationFn: async (body: Schemas['StepUpBody'] | 'passkey') =>
      unwrap(
        api.POST('/api/v1/session/step-up', {
          body: body === 'passkey' ? { passkey: await provePasskey() } : body,
        }),
      ),
    onSuccess: onProved,
    onError: () => setText(''),
  });
  const choose = (next: TypedWay) => {
    setChosen(next);
    setText('');
    prove.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // a dialog inside of another form must not send that one
    if (way !== null) prove.mutate(bodyOf(way, text));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {prove.isError && <ProblemNote error={prove.error} />}
        {ways.includes('passkey') && (
          <Button
            variant={way === null ? 'filled' : 'light'}
            loading={prove.isPending}
            onClick={() => prove.mutate('passkey')}
          >
            Use a passkey
          </Button>
        )}
        {way !== null && <ProofField key={way} way={way} text={text} onChange={setText} />}
        {typed
          .filter((other) => other !== way)
          .map((other) => (
            <Anchor key={other} component="button" type="button" size="sm" onClick={() => choose(other)}>
              {OTHER_WAY[other]}
            </Anchor>
          ))}
        <Group justify="flex-end">
          {onBack !== undefined && (
            <Button variant="default" onClick={onBack}>
              {backLabel}
            </Button>
          )}
          {way !== null && (
            <Button type="submit" loading={prove.isPending} disabled={text === ''}>
              {confirm}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
