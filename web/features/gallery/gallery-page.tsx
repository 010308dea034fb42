import { Button, SimpleGrid, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { GalleryFilters, queryOf, useGalleryFilters, type Filters } from './filters';
import { WorkCard } from './work-card';
import { GALLERY_LEAD, GALLERY_TITLE } from './words';

const worksQuery = (filters: Filters) =>
  pagesOf(
    ['works', filters],
    (page) => unwrap(api.GET('/api/v1/works', { params: { query: { ...page, ...queryOf(filters) } } })),
    24,
  );

/** What the works that are shown were made with, as the works themselves say. */
function howMade(works: readonly Schemas['WorkView'][]): string | null {
  const kinds = new Set(works.map(({ madeWith }) => madeWith));
  if (kinds.has('model') && kinds.has('procedural'))
    return 'Some of these were made with a generative model, some drawn from a formula without one.';
  if (kinds.size !== 1) return null;
  if (kinds.has('model')) return 'All of these were made with a generative model.';
  return kinds.has('procedural')
    ? 'All of these were drawn from a formula, without a generative model.'
    : null;
}

export function GalleryPage() {
  const [filters, change] = useGalleryFilters();
  const isNarrowed = Object.keys(filters).length > 0;
  const works = useInfiniteQuery(worksQuery(filters));
  const clear = () =>
    change({ q: null, tag: null, licence: null, madeWith: null, artist: null, without: null, sort: null });
  return (
    <>
      <PageHeader title={GALLERY_TITLE} lead={GALLERY_LEAD} />
      <GalleryFilters filters={filters} change={change} />
      <PagedView
        query={works}
        empty={
          isNarrowed ? (
            <EmptyState
              title="No work matches"
              action={
                <Button variant="light" onClick={clear}>
                  Show everything
                </Button>
              }
            >
              Take a filter away, or search for other words.
            </EmptyState>
          ) : (
            <EmptyState
              title="Nothing is shown yet"
              action={
                <Button variant="light" renderRoot={(props) => <Link to="/programs" {...props} />}>
                  Read the rules
                </Button>
              }
            >
              Works appear here once an artist has offered one and it was approved.
            </EmptyState>
          )
        }
      >
        {(items) => (
          <>
            <Text size="sm" c="dimmed" mb="sm">
              {howMade(items)}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="lg">
              {items.map((work) => (
                <WorkCard key={work.id} work={work} />
              ))}
            </SimpleGrid>
          </>
        )}
      </PagedView>
    </>
  );
}
