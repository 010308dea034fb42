import { Button, Group, Stack, TagsInput, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { feedbackQuery, tagsQuery } from '../../api/feedback';
import { FileLinks } from '../../ui/file-links';
import { ProblemNote } from '../../ui/problem-note';
import { type Feedback } from './use-feedback';
import { VoidPanel } from '../../ui/void-panel';

/** States of what was accepted for pay. */
const PAID = ['accepted', 'planned', 'in_progress', 'shipped', 'duplicate'];

/** What it is called, by whom, and how much it weighs. */
export function Heading({ item }: { item: Feedback }) {
  return (
    <div>
      <Title order={3} size="h5">
        {item.title}
      </Title>
      <Text size="sm" c="dimmed">
        {item.author}
        {item.isPrivate && ' (without a name)'}, {item.severity}
        {item.origin === 'unusable' && ', evidence of an unusable clip'}
        {item.generationId === null && !item.isPrivate && ', about the programme as a whole'}
      </Text>
      <Text size="xs" c="dimmed">
        Impact: {item.impact.formula}
      </Text>
    </div>
  );
}

function Tags({ item }: { item: Feedback }) {
  const queries = useQueryClient();
  const known = useQuery(tagsQuery(item.programId));
  const set = useMutation({
    mutationFn: (tags: string[]) =>
      unwrap(api.PUT('/api/v1/feedback/{id}/tags', { params: { path: { id: item.id } }, body: { tags } })),
    onSuccess: async (next) => {
      queries.setQueryData(feedbackQuery(item.id).queryKey, next);
      await queries.invalidateQueries({ queryKey: ['feedback'] });
    },
  });
  return (
    <Stack gap={4}>
      <TagsInput
        label="Tags"
        description="Small letters, digits, hyphens; Enter adds one"
        maxTags={20}
        data={known.data?.items.map(({ tag }) => tag) ?? []}
        value={item.tags ?? []}
        disabled={set.isPending}
        onChange={(tags) => set.mutate(tags)}
      />
      {set.isError && <ProblemNote error={set.error} />}
    </Stack>
  );
}

/** What its artist says it is the same as. */
function SameAs({ item: { similarTo } }: { item: Feedback }) {
  const other = useQuery({ ...feedbackQuery(similarTo ?? ''), enabled: similarTo !== null }).data;
  if (similarTo === null || other === undefined) return null;
  return (
    <Text size="sm">
      Its artist says it is the same as{' '}
      <Link to="/manage/feedback" search={{ state: 'all', item: similarTo }}>
        {other.title}
      </Link>
    </Text>
  );
}

/** Every wording that was joined with this one. */
function Merged({ item }: { item: Feedback }) {
  const merged = useQuery({
    queryKey: ['feedback', 'merged', item.id],
    enabled: item.impact.popularity > 1 || item.state !== 'new',
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/feedback-board/items', { params: { query: { originalId: item.id, limit: 50 } } }),
      ),
  });
  const items = merged.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        Joined with it
      </Title>
      {items.map(({ id, author, text }) => (
        <Text key={id} size="sm">
          {author}: {text}
        </Text>
      ))}
    </Stack>
  );
}

function CopyLink({ id }: { id: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}/manage/feedback?state=all&item=${id}`);
    notifications.show({ message: 'The link is copied.' });
  };
  return (
    <Group>
      <Button size="compact-sm" variant="subtle" onClick={() => void copy()}>
        Copy a link to it
      </Button>
    </Group>
  );
}

/** What stands beside the words: files, tags, what was joined with it, and pay taken back. */
export function Beside({ item }: { item: Feedback }) {
  return (
    <>
      <FileLinks files={item.files} />
      {item.originalId === null && <SameAs item={item} />}
      <Tags item={item} />
      <Merged item={item} />
      <VoidPanel
        work={{ subject: 'feedback', subjectId: item.id }}
        voidId={item.payTaken?.voidId}
        isPaid={PAID.includes(item.state)}
      />
      <CopyLink id={item.id} />
    </>
  );
}
