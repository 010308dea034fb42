import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Indicator,
  Popover,
  ScrollArea,
  Stack,
  Text,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { PagedView } from '../../ui/paged-view';

const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  initialPageParam: undefined as string | undefined,
  refetchInterval: 30_000,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/notices', { params: { query: { limit: 12, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

function NoticeLine({ notice, onOpen }: { notice: Schemas['NoticeView']; onOpen: () => void }) {
  return (
    <Stack gap={2} py="xs" component="li">
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Anchor
          component="button"
          size="sm"
          ta="left"
          fw={notice.readAt === null ? 600 : 400}
          onClick={onOpen}
        >
          {notice.readAt === null ? `New: ${notice.title}` : notice.title}
        </Anchor>
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          <When at={notice.createdAt} />
        </Text>
      </Group>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {notice.text}
      </Text>
    </Stack>
  );
}

/** What one was told: how many are unread on the bell, the list behind it. */
export function NoticesBell() {
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, { toggle, close }] = useDisclosure();
  const notices = useInfiniteQuery(noticesQuery);
  const unread = notices.data?.pages[0]?.unread ?? 0;
  const reload = () => queries.invalidateQueries({ queryKey: noticesQuery.queryKey });
  const read = useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } })),
    onSuccess: reload,
  });
  const readAll = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/notices/read-all')),
    onSuccess: reload,
  });
  const open = (notice: Schemas['NoticeView']) => {
    if (notice.readAt === null) read.mutate(notice.id);
    close();
    router.history.push(notice.link);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(next) => !next && close()}
      width={380}
      position="bottom-end"
      withinPortal
    >
      <Indicator label={unread > 99 ? '99+' : unread} disabled={unread === 0} size={18} offset={5}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={toggle}
            aria-label={unread === 0 ? 'Notices' : `Notices, ${unread} unread`}
          >
            <IconBell size={20} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label="Notices">
        <Group justify="space-between">
          <Text fw={600}>Notices</Text>
          {unread > 0 && (
            <Button size="xs" variant="subtle" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              Mark all as read
            </Button>
          )}
        </Group>
        <ScrollArea.Autosize
          mah={420}
          viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': 'Notices' }}
        >
          <PagedView
            query={notices}
            empty={<Text c="dimmed">Nothing yet. What concerns you is told here.</Text>}
          >
            {(items) => (
              <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((notice) => (
                  <NoticeLine key={notice.id} notice={notice} onOpen={() => open(notice)} />
                ))}
              </Stack>
            )}
          </PagedView>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
