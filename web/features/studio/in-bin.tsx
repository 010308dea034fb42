import { Alert, Anchor } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import type { Clip } from './use-clips';

/** A finished clip without files: why, and what is left of it. */
export function Removed({ clip }: { clip: Clip }) {
  return (
    <EmptyState title={clip.isWithheld ? 'Its files are withheld' : 'Its files are gone'}>
      {clip.isWithheld
        ? 'The key that asked for it is in quarantine. You hear of it when somebody has looked at the incident.'
        : 'The bin was emptied of them. Its prompt, its seed and what it cost stay on record: make it again with them.'}
    </EmptyState>
  );
}

/** Where a clip is on its way out, and the way back. */
export function InBin({ clip: { bin } }: { clip: Clip }) {
  if (bin === null || bin.goesAt === null) return null;
  return (
    <Alert
      color={bin.state === 'binned' ? 'yellow' : 'gray'}
      variant="light"
      mb="md"
      icon={<IconTrash aria-hidden />}
    >
      {bin.state === 'binned'
        ? 'In the bin. Its files go for good '
        : 'Nobody keeps it. It goes into the bin '}
      <When at={bin.goesAt} />, unless you restore it or mark it as a keeper.{' '}
      <Anchor inherit c="inherit" renderRoot={(props) => <Link to="/studio/bin" {...props} />}>
        Everything in the bin
      </Anchor>
    </Alert>
  );
}
