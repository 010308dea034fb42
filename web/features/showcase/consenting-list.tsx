import { Badge, Button, Group, Image, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { FormDialog } from '../../ui/form-dialog';
import { PagedView } from '../../ui/paged-view';
import { consentingQuery, useGrant, type Consenting, type SingleUse } from './use-showcase';

const YEAR = 365 * 86_400_000;

function GrantDialog({ work, use, onClose }: { work: Consenting; use: SingleUse; onClose: () => void }) {
  const grant = useGrant();
  const [purpose, setPurpose] = useState('');
  const [until, setUntil] = useState(new Date(Date.now() + YEAR).toISOString().slice(0, 10));
  return (
    <FormDialog
      opened
      title={`Use “${work.title}” for ${use}`}
      confirm="Take the licence and pay it"
      isBusy={grant.isPending}
      isReady={purpose.trim().length >= 3 && until !== ''}
      error={grant.error}
      onClose={onClose}
      onConfirm={() =>
        grant.mutate(
          { workId: work.workId, use, purpose: purpose.trim(), endsAt: `${until}T23:59:59Z` },
          { onSuccess: onClose },
        )
      }
    >
      <Text size="sm">
        {work.credit} agreed to {formatMoney(work.agreedPrice)} or more for each use. It is owed at once, by
        the rate card in force; they read what it is for, and may take the consent back.
      </Text>
      <TextInput
        label="What it is for"
        required
        maxLength={300}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Until"
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Works whose artists agree to a use, with what they agreed to. */
export function ConsentingList({ programId, use }: { programId: string; use: SingleUse }) {
  const works = useInfiniteQuery(consentingQuery(programId, use));
  const [chosen, setChosen] = useState<Consenting | null>(null);
  return (
    <>
      <PagedView
        query={works}
        empty={
          <EmptyState title="Nobody agrees to this use yet">
            Artists agree for each work by itself, at the price of the rate card, under Uses of my works.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((work) => (
              <Paper key={work.workId} component="li" withBorder p="sm">
                <Group justify="space-between" wrap="nowrap">
                  <Group wrap="nowrap" gap="sm">
                    <Image src={work.posterUrl} alt="" w={96} h={56} fit="contain" loading="lazy" />
                    <div>
                      <Text fw={600}>
                        {work.isPublic ? (
                          <Link to="/works/$slug" params={{ slug: work.slug }}>
                            {work.title}
                          </Link>
                        ) : (
                          work.title
                        )}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {work.credit}, {formatMoney(work.agreedPrice)} agreed <When at={work.agreedAt} />
                      </Text>
                    </div>
                  </Group>
                  {work.isLicensed ? (
                    <Badge variant="light" styles={{ label: { textTransform: 'none' } }}>
                      licensed now
                    </Badge>
                  ) : (
                    <Button size="xs" variant="light" onClick={() => setChosen(work)}>
                      Take a licence
                    </Button>
                  )}
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </PagedView>
      {chosen !== null && <GrantDialog work={chosen} use={use} onClose={() => setChosen(null)} />}
    </>
  );
}
