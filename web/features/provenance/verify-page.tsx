import {
  Alert,
  Button,
  Code,
  FileInput,
  Group,
  List,
  Paper,
  Progress,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFile, IconQuestionMark } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import type { Schemas } from '../../api/client';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { askAboutFile, askAboutHash, hashOf, LARGEST } from './ask';

type Verdict = Schemas['VerifyView'];

const LOOKS = {
  ours: { title: 'Delivered here, unaltered', color: 'green', icon: IconCheck },
  altered: { title: 'From here, but altered', color: 'red', icon: IconAlertTriangle },
  foreign: { title: 'Not delivered here', color: 'gray', icon: IconQuestionMark },
  unknown: { title: 'Not known here', color: 'gray', icon: IconQuestionMark },
} as const;

function Manifest({ manifest }: { manifest: NonNullable<Verdict['manifest']> }) {
  return (
    <Text size="sm">
      Its provenance record was written by {manifest.generator ?? 'an unnamed program'} and signed by{' '}
      {manifest.signer ?? 'nobody named'}; it {manifest.isValid ? 'holds' : 'does not hold'}
      {manifest.failures.length > 0 && ` (${manifest.failures.join(', ')})`}.
    </Text>
  );
}

function Answer({
  verdict,
  onUpload,
  isBusy,
}: {
  verdict: Verdict;
  onUpload: (() => void) | null;
  isBusy: boolean;
}) {
  const { title, color, icon: Sign } = LOOKS[verdict.outcome];
  return (
    <Alert color={color} variant="light" title={title} icon={<Sign aria-hidden />} role="status">
      <Stack gap="xs">
        <Text>{verdict.says}</Text>
        {verdict.program !== null && (
          <Text>
            Programme:{' '}
            <Link to="/programs/$programId" params={{ programId: verdict.program.slug }}>
              {verdict.program.name}
            </Link>
          </Text>
        )}
        {verdict.madeWith !== null && (
          <Text>
            {verdict.madeWith === 'model'
              ? 'It was made with a generative model.'
              : 'It was drawn from a formula, without a trained model.'}
          </Text>
        )}
        {verdict.manifest !== null && <Manifest manifest={verdict.manifest} />}
        <Text size="xs" c="dimmed">
          sha256 <Code style={{ wordBreak: 'break-all' }}>{verdict.sha256}</Code>
        </Text>
        {onUpload !== null && (
          <Group>
            <Button variant="default" loading={isBusy} onClick={onUpload}>
              Upload the file for a closer look
            </Button>
            <Text size="sm" c="dimmed">
              It is read once, for its provenance record, and not kept.
            </Text>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <Paper
      withBorder
      p="xl"
      style={{
        borderStyle: 'dashed',
        borderColor: isOver ? 'var(--mantine-primary-color-filled)' : undefined,
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="sm">
        <Text>Drag a film here, or choose one.</Text>
        <FileInput
          aria-label="Film to verify"
          placeholder="Choose a file"
          accept="video/mp4,.mp4"
          leftSection={<IconFile size={16} aria-hidden />}
          w={280}
          onChange={(file) => file !== null && onFile(file)}
        />
      </Stack>
    </Paper>
  );
}

export function VerifyPage() {
  const [file, setFile] = useState<File | null>(null);
  const byHash = useMutation({ mutationFn: async (chosen: File) => askAboutHash(await hashOf(chosen)) });
  const byFile = useMutation({ mutationFn: askAboutFile });
  const choose = (chosen: File) => {
    setFile(chosen);
    byFile.reset();
    byHash.mutate(chosen);
  };
  const verdict = byFile.data ?? byHash.data;
  const mayUpload =
    byFile.data === undefined && byHash.data?.outcome === 'unknown' && file !== null && file.size <= LARGEST;
  return (
    <>
      <PageHeader
        title="Verify a file"
        lead="Is this film from here, from which programme, and was it altered? Its hash is computed in your browser; the file itself leaves it only if you say so."
      />
      <Stack maw={760}>
        <DropZone onFile={choose} />
        {byHash.isPending && <Progress value={100} animated aria-label="Computing the hash" />}
        {(byFile.error ?? byHash.error) !== null && <ProblemNote error={byFile.error ?? byHash.error} />}
        {verdict !== undefined && (
          <Answer
            verdict={verdict}
            isBusy={byFile.isPending}
            onUpload={mayUpload ? () => byFile.mutate(file) : null}
          />
        )}
        <Title order={2} size="h4">
          What an answer means
        </Title>
        <List spacing={4}>
          <List.Item>A known hash means: byte for byte what was delivered here.</List.Item>
          <List.Item>
            One changed byte gives another hash; the signed record inside then shows that it was altered.
          </List.Item>
          <List.Item>
            No record and no known hash proves nothing: most sites remove the record when they encode a film
            again.
          </List.Item>
          <List.Item>Nobody learns from here who made a film or what they asked for.</List.Item>
        </List>
      </Stack>
    </>
  );
}
