import { Alert, Anchor, Badge, Button, CopyButton, Group, Image, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiProblem, api, unwrap, type Schemas } from '../../api/client';
import { policyQuery } from '../../api/programs';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProvenancePanel } from '../../ui/provenance-panel';
import { QueryView } from '../../ui/query-view';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

function Labels({ labels }: { labels: Schemas['WorkView']['labels'] }) {
  const policy = useQuery(policyQuery);
  const meaning = (name: string) => policy.data?.labels.find((label) => label.name === name)?.means ?? name;
  return labels.map((label) => (
    <Badge key={label} variant="default" styles={{ label: { textTransform: 'none' } }}>
      {meaning(label)}
    </Badge>
  ));
}

function Origin({ slug }: { slug: string }) {
  const { data } = useQuery({
    queryKey: ['work-provenance', slug],
    queryFn: () => unwrap(api.GET('/api/v1/works/{slug}/provenance', { params: { path: { slug } } })),
  });
  if (data === undefined) return null;
  return <ProvenancePanel provenance={data} manifestUrl={`/api/v1/works/${slug}/manifest`} />;
}

/** A frame for another page; the server lets only this address be framed. */
function embedCode({ embedUrl, title, width, height }: Schemas['WorkView']): string {
  const from = new URL(embedUrl, window.location.origin).href;
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${from}" width="${width}" height="${height}" title="${name}" allow="fullscreen" loading="lazy" style="border:0"></iframe>`;
}

function WorkView({ work }: { work: Schemas['WorkView'] }) {
  return (
    <>
      <PageHeader
        title={work.title}
        lead={
          <>
            by{' '}
            {work.artistId === null ? (
              work.credit
            ) : (
              <Link to="/" search={{ artist: work.artistId }}>
                {work.credit}
              </Link>
            )}
            {work.coAuthors.length > 0 && ` with ${work.coAuthors.join(', ')}`}, published{' '}
            <When at={work.publishedAt} />
          </>
        }
        action={
          <Group gap="xs">
            <CopyButton value={embedCode(work)}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Code copied' : 'Embed'}
                </Button>
              )}
            </CopyButton>
            <CopyButton value={new URL(work.link, window.location.origin).href}>
              {({ copied, copy }) => (
                <Button variant="light" onClick={copy}>
                  {copied ? 'Link copied' : 'Copy link'}
                </Button>
              )}
            </CopyButton>
          </Group>
        }
      />
      <Stack maw={1100}>
        <Suspense fallback={<Image src={work.posterUrl} alt="" radius="md" />}>
          <ClipPlayer src={work.videoUrl} poster={work.posterUrl} label={work.title} fps={work.fps} />
        </Suspense>
        {work.description !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{work.description}</Text>}
        <Group gap="xs">
          <Labels labels={work.labels} />
          {work.tags.map((tag) => (
            <Link key={tag} to="/" search={{ tag }}>
              #{tag}
            </Link>
          ))}
        </Group>
        <Text size="sm">
          {work.licenceUrl === null ? (
            work.licenceSays
          ) : (
            <Anchor href={work.licenceUrl} rel="license noopener" target="_blank">
              {work.licenceSays}
            </Anchor>
          )}
        </Text>
        <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>
          {work.madeWith === 'procedural'
            ? 'This clip was drawn by a program from a formula, without a trained model.'
            : work.madeWith === 'model'
              ? 'This clip was made with a generative model.'
              : 'This clip was made by a machine; what kind is not on record.'}{' '}
          The artist stated the rights to everything that went into it, and it was checked against the rules
          of the programme before it was shown.
        </Alert>
        <Origin slug={work.slug} />
        <Group>
          <Button variant="subtle" renderRoot={(props) => <Link to="/" {...props} />}>
            Back to the gallery
          </Button>
        </Group>
      </Stack>
    </>
  );
}

export function WorkPage() {
  const { slug }: { slug: string } = useParams({ strict: false });
  const work = useQuery({
    queryKey: ['work', slug],
    queryFn: () => unwrap(api.GET('/api/v1/works/{slug}', { params: { path: { slug } } })),
  });
  if (work.error instanceof ApiProblem && work.error.status === 404) {
    return (
      <>
        <PageHeader title="Not shown" />
        <EmptyState
          title="This work is not public"
          action={<Button renderRoot={(props) => <Link to="/" {...props} />}>To the gallery</Button>}
        >
          Its artist may have taken it out of the public, or the address is mistyped.
        </EmptyState>
      </>
    );
  }
  return <QueryView query={work}>{(data) => <WorkView work={data} />}</QueryView>;
}
