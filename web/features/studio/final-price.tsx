import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Credits } from '../../ui/amounts';
import { quoteQuery } from './quote';
import { draftFrom, toRequest } from './request';
import type { Clip } from './use-clips';

/** What the final of a draft would cost, before it is asked for; nothing where no final can be. */
export function FinalPrice({ clip }: { clip: Clip }) {
  const isOffered = clip.available.includes('promote');
  const body = {
    ...toRequest({ ...draftFrom(clip), draft: false, variations: 1 }),
    programId: clip.programId,
  };
  const { data: quote } = useQuery({ ...quoteQuery(body), enabled: isOffered });
  if (!isOffered || quote === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      Its final costs <Credits value={quote.credits} />
      {quote.isEnough ? '.' : ', more than you have free.'}
    </Text>
  );
}
