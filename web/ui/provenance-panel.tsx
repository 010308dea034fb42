import { Alert, Anchor, Badge, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { When } from './amounts';

type Provenance = Schemas['ProvenanceView'];

const MADE: Record<'procedural' | 'model', string> = {
  procedural: 'drawn from a formula, without a trained model',
  model: 'made with a generative model',
};

function burntIn({ mark, label }: Provenance): string {
  if (mark === null) return label === null ? 'nothing' : `“${label}”`;
  const words = label === null ? `“${mark.text}”` : `“${mark.text}” and “${label}”`;
  return `${words}, ${mark.place.replace('_', ' ')}`;
}

function rowsOf(it: Provenance): [string, ReactNode][] {
  const rows: [string, ReactNode][] = [
    [
      'Made',
      it.madeWith === null
        ? 'not on record'
        : `${MADE[it.madeWith]}${it.model === null ? '' : `, ${it.model}`}`,
    ],
    ['In the picture', burntIn(it)],
  ];
  if (it.manifest !== null) {
    const { signer, trainingUse, hasSource, credit } = it.manifest;
    rows.push(['Signed by', signer]);
    if (trainingUse !== null)
      rows.push(['Training and data mining', trainingUse === 'allowed' ? 'allowed' : 'not allowed']);
    rows.push(['Artist named', credit ?? 'no']);
    if (hasSource) rows.push(['Record of the model', 'kept inside']);
  }
  rows.push(['sha256', <Code style={{ wordBreak: 'break-all' }}>{it.sha256}</Code>]);
  return rows;
}

function Signature({ manifest }: Pick<Provenance, 'manifest'>) {
  if (manifest === null) return <Badge variant="default">No signed record</Badge>;
  if (manifest.signedWith !== 'self_made')
    return (
      <Badge color="green" variant="default" leftSection={<IconShieldCheck size={14} aria-hidden />}>
        Signed{manifest.isTrusted ? ', trusted' : ''}
      </Badge>
    );
  return (
    <Badge variant="default" leftSection={<IconAlertTriangle size={14} aria-hidden />}>
      Signed, untrusted
    </Badge>
  );
}

/** Where a file comes from and how it is marked. `manifestUrl`: the whole signed record as JSON. */
export function ProvenancePanel({
  provenance,
  manifestUrl,
}: {
  provenance: Provenance;
  manifestUrl: string;
}) {
  const { manifest, verifiedAt } = provenance;
  return (
    <Stack component="section" gap="xs" aria-labelledby="provenance-title">
      <Group justify="space-between">
        <Title order={2} size="h4" id="provenance-title">
          Provenance
        </Title>
        <Signature manifest={manifest} />
      </Group>
      {manifest?.signedWith === 'self_made' && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          The certificate was made by this installation itself. It shows whether the file was altered; nobody
          vouches for who signed.
        </Alert>
      )}
      <Table aria-label="Provenance">
        <Table.Tbody>
          {rowsOf(provenance).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {verifiedAt !== null && (
        <Text size="sm" c="dimmed">
          Read back from where it is stored and found to be this, <When at={verifiedAt} />
        </Text>
      )}
      <Group gap="md">
        {manifest !== null && (
          <Anchor size="sm" href={manifestUrl} download>
            Download the signed record (JSON)
          </Anchor>
        )}
        <Anchor size="sm" renderRoot={(props) => <Link to="/verify-file" {...props} />}>
          Verify a file
        </Anchor>
      </Group>
    </Stack>
  );
}
