import { Button, SimpleGrid } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { GalleryFilters, queryOf, useGalleryFilters, type Filters } from './filters';
import { WorkCard } from './work-card';

const worksQuery = (filters: Filters) =>
  pagesOf(
    ['works', filters],
    (page) => unwrap(api.GET('/api/v1/works', { params: { query: { ...page, ...queryOf(filters) } } })),
    24,
  );

/** What the works that are shown were made with, as the works themselves say. */
function howMade(works: readonly Schemas['WorkView'][]): string {
  const kinds = new Set(works.map(({ madeWith }) => madeWith));
  if (kinds.has('model') && kinds.has('procedural'))
    return ', some made with a generative model and some drawn from a formula without one';
  if (kinds.size !== 1) return '';
  if (kinds.has('model')) return ', all made with a generative model';
  return kinds.has('procedural') ? ', all drawn from a formula, without a generative model' : '';
}

export function GalleryPage() {
  const [filters, change] = useGalleryFilters();
  const isNarrowed = Object.keys(filters).length > 0;
  const works = useInfiniteQuery(worksQuery(filters));
  const clear = () =>
    change({ q: null, tag: null, licence: null, madeWith: null, artist: null, without: null, sort: null });
  return (
    <>
      <PageHeader
        title="Gallery"
        lead={`Short films by the artists of the programme${howMade(works.data?.pages.flatMap(({ items }) => items) ?? [])}. Each was offered by its artist and checked against published rules; taste is not among them.`}
      />
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
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="lg">
            {items.map((work) => (
              <WorkCard key={work.id} work={work} />
            ))}
          </SimpleGrid>
        )}
      </PagedView>
    </>
  );
}
