import { Button, Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNote } from '../../ui/problem-note';
import { useAside } from './use-review';

const REASONS = [
  ['language', 'I do not know its language'],
  ['subject', 'I do not know enough about its subject'],
  ['distress', 'I do not want to look at this now'],
  ['unsure', 'I am not sure which rule applies'],
  ['technical', 'It does not play here'],
] as const;

/** Out of one's own hands: passed on with a reason, or not for me because I am not impartial. */
export function AsideMenu({ id, onDone }: { id: string; onDone: () => void }) {
  const [why, setWhy] = useState('');
  const { skip, recuse } = useAside(id, onDone);
  return (
    <>
      <Menu withinPortal>
        <Menu.Target>
          <Button variant="light" color="gray" loading={skip.isPending}>
            Skip, because …
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {REASONS.map(([reason, label]) => (
            <Menu.Item key={reason} onClick={() => skip.mutate(reason)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu withinPortal closeOnItemClick={false} trapFocus>
        <Menu.Target>
          <Button variant="subtle" color="gray">
            Conflict of interest
          </Button>
        </Menu.Target>
        <Menu.Dropdown p="sm">
          <TextInput
            label="What ties you to it"
            description="You are not shown this artist’s work again."
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button
            mt="xs"
            size="xs"
            disabled={why.trim().length < 5}
            loading={recuse.isPending}
            onClick={() => recuse.mutate(why.trim())}
          >
            Declare it
          </Button>
        </Menu.Dropdown>
      </Menu>
      {(skip.isError || recuse.isError) && <ProblemNote error={skip.error ?? recuse.error} />}
    </>
  );
}
