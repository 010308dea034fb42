import { Alert, Code, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { Credits, When } from '../../ui/amounts';
import { UsageBars } from './usage-bars';

type Key = Schemas['KeyListItem'];

const SCOPES: Record<Key['scopes'][number], string> = {
  'generations:read': 'looks at clips and balance',
  'generations:write': 'asks for clips and spends credits',
};

function LastUse({ record }: { record: Key }) {
  const { lastUsedAt, lastUsedFrom, lastUsedBy, lastUsedFor } = record;
  if (lastUsedAt === null) return <Text size="sm">Never used.</Text>;
  return (
    <Text size="sm">
      Last used <When at={lastUsedAt} />
      {lastUsedFrom !== null && (
        <>
          {' '}
          from <Code>{lastUsedFrom}</Code> by {lastUsedBy ?? 'an unnamed program'} for{' '}
          <Code>{lastUsedFor ?? 'something'}</Code>
        </>
      )}
    </Text>
  );
}

function Limits({ record }: { record: Key }) {
  const { budget, hourlyCap, dailyCap, openCap, openClips, spentThisHour, spentToday, networks, origins } =
    record;
  return (
    <Text size="sm" c="dimmed">
      Spent <Credits value={spentThisHour} /> of{' '}
      {hourlyCap === null ? 'a tenth of a month’s grant' : <Credits value={hourlyCap} />} this hour and{' '}
      <Credits value={spentToday} /> of {dailyCap === null ? 'a quarter of it' : <Credits value={dailyCap} />}{' '}
      today · {openClips} of {openCap} clips open ·{' '}
      {budget === null ? (
        'no budget of its own'
      ) : (
        <>
          budget <Credits value={budget} />
        </>
      )}{' '}
      · from {networks.length === 0 ? 'any network' : networks.join(', ')}
      {origins.length > 0 && `, web pages of ${origins.join(', ')}`}
      {record.isBound && ' · only with its key pair (DPoP)'}
    </Text>
  );
}

function Trouble({ record }: { record: Key }) {
  if (record.state === 'throttled')
    return (
      <Alert color="yellow" variant="light" title="It goes slowly for now">
        Something about its use looked wrong: six calls a minute and one clip at a time until it was quiet for
        15 minutes. If this is not you, press “It leaked”.
      </Alert>
    );
  if (record.state !== 'quarantined') return null;
  return (
    <Alert color="red" variant="light" title="This key was stopped">
      It seems to be in wrong hands, so it opens nothing. Your session, other keys, credits, reviews and pay
      are as before; what it had under way was cancelled and its credits are back.{' '}
      {record.available.includes('replace')
        ? 'Press “Replace” to get a new one now.'
        : 'You have replaced it already.'}
    </Alert>
  );
}

/** What a key may do, and what it was used for. */
export function KeyFacts({ record }: { record: Key }) {
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {record.kind === 'test'
          ? 'a test key: looks and spends nothing'
          : record.scopes.map((scope) => SCOPES[scope]).join(', ')}{' '}
        · {record.isExpired ? 'expired ' : 'expires '}
        <When at={record.expiresAt} />
      </Text>
      {record.state !== 'revoked' && (
        <>
          <LastUse record={record} />
          <UsageBars usage={record.usage} />
          <Limits record={record} />
        </>
      )}
      <Trouble record={record} />
    </Stack>
  );
}
