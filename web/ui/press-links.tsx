import { Button, CopyButton, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../api/client';
import { When } from './amounts';
import { FormDialog } from './form-dialog';
import { ProblemNote } from './problem-note';

const linksQuery = (id: string) => ({
  queryKey: ['press-links', id],
  queryFn: () => unwrap(api.GET('/api/v1/submissions/{id}/press-links', { params: { path: { id } } })),
});

function useLinks(id: string) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['press-links', id] });
    await queries.invalidateQueries({ queryKey: ['own-works'] });
  };
}

function LinkRow({ link, submissionId }: { link: Schemas['PressLinkView']; submissionId: string }) {
  const reload = useLinks(submissionId);
  const end = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/press-links/{id}', { params: { path: { id: link.id } } })),
    onSuccess: reload,
  });
  return (
    <Table.Tr>
      <Table.Td>{link.label}</Table.Td>
      <Table.Td className="figures">{link.views}</Table.Td>
      <Table.Td>
        {link.isOpen ? (
          <>
            ends <When at={link.expiresAt} />
          </>
        ) : (
          'over'
        )}
      </Table.Td>
      <Table.Td>
        {link.isOpen && (
          <Group gap="xs" wrap="nowrap">
            <CopyButton value={new URL(link.link, window.location.origin).href}>
              {({ copied, copy }) => (
                <Button size="xs" variant="light" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
            <Button
              size="xs"
              variant="subtle"
              color="red"
              loading={end.isPending}
              onClick={() => end.mutate()}
            >
              End it
            </Button>
          </Group>
        )}
        {end.isError && <ProblemNote error={end.error} />}
      </Table.Td>
    </Table.Tr>
  );
}

function NewLink({ submissionId }: { submissionId: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number | string>(14);
  const reload = useLinks(submissionId);
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/press-links', {
          params: { path: { id: submissionId } },
          headers: { 'Idempotency-Key': newIdempotencyKey() },
          body: { label: label.trim(), days: Number(days) },
        }),
      ),
    onSuccess: async () => {
      close();
      setLabel('');
      await reload();
    },
  });
  return (
    <>
      <Button size="xs" variant="light" onClick={open}>
        New link
      </Button>
      <FormDialog
        opened={isOpen}
        title="A link for the press"
        confirm="Make the link"
        isBusy={make.isPending}
        isReady={label.trim() !== '' && Number(days) >= 1}
        error={make.error}
        onConfirm={() => make.mutate()}
        onClose={close}
      >
        <Text size="sm">
          Whoever has the link sees the work, listed or not, until it is over or you end it.
        </Text>
        <TextInput
          label="For whom"
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NumberInput label="Days" min={1} max={90} value={days} onChange={setDays} />
      </FormDialog>
    </>
  );
}

/** Links to a work under embargo or taken out: each ends, each is counted. */
export function PressLinks({ submissionId, count }: { submissionId: string; count: number }) {
  const [isOpen, { toggle }] = useDisclosure();
  const links = useQuery({ ...linksQuery(submissionId), enabled: isOpen });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button size="xs" variant="subtle" onClick={toggle} aria-expanded={isOpen}>
          Links for the press{count > 0 ? ` (${count})` : ''}
        </Button>
        {isOpen && <NewLink submissionId={submissionId} />}
      </Group>
      {isOpen && links.isError && <ProblemNote error={links.error} />}
      {isOpen && links.data !== undefined && links.data.items.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>For</Table.Th>
                <Table.Th>Opened</Table.Th>
                <Table.Th>Until</Table.Th>
                <Table.Th>Act</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {links.data.items.map((link) => (
                <LinkRow key={link.id} link={link} submissionId={submissionId} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
