import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { InviteDialog } from './invite-dialog';
import { PersonRow } from './person-row';
import { RoleChanges } from './role-changes';
import { PERSON_ROLES, PERSON_STATES, peopleQuery, type PeopleFilter } from './use-people';

/** Everybody with an account: who may do what, who is invited, who is out. */
export function PeoplePage() {
  const session = useSession();
  const [filters, change] = useFilters(['role', 'state', 'text']);
  const role = oneOf(PERSON_ROLES, filters.role);
  const state = oneOf(PERSON_STATES, filters.state);
  const filter: PeopleFilter = {
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state }),
    ...(filters.text === undefined ? {} : { text: filters.text }),
  };
  const people = useInfiniteQuery(peopleQuery(filter));
  const [isInviting, setInviting] = useState(false);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="People"
        lead="Who has an account and what they may do. Staff are invited by mail and work with a second factor."
        action={<Button onClick={() => setInviting(true)}>Invite somebody</Button>}
      />
      <Stack maw={960}>
        <RoleChanges />
        <Group>
          <TextInput
            label="Name or e-mail"
            defaultValue={filters.text ?? ''}
            onChange={(event) => change({ text: event.currentTarget.value || null })}
          />
          <Select
            label="Role"
            placeholder="Any"
            clearable
            data={asOptions(PERSON_ROLES)}
            value={role ?? null}
            onChange={(value) => change({ role: value })}
          />
          <Select
            label="State"
            placeholder="Any"
            clearable
            data={asOptions(PERSON_STATES)}
            value={state ?? null}
            onChange={(value) => change({ state: value })}
          />
        </Group>
        <PagedView
          query={people}
          empty={
            <EmptyState
              title="Nobody like that"
              action={
                isFiltered && (
                  <Button variant="default" onClick={() => change({ role: null, state: null, text: null })}>
                    Show everybody
                  </Button>
                )
              }
            >
              No account matches what you look for.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  isMe={person.id === session?.person.id}
                  mayChange={session?.permissions.includes('person.roles') === true}
                />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
