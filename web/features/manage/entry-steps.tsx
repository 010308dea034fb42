import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cohortsQuery, entryQuery } from '../../api/programs';
import { PathStep } from './path-step';
import type { Program } from './use-manage';

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What a programme may have besides its documents, each on a page of its own: a form to apply by, and cohorts. */
export function EntrySteps({
  program,
  first,
  mayWrite,
}: {
  program: Program;
  /** Number of the first of the two. */
  first: number;
  mayWrite: boolean;
}) {
  const form = useQuery(entryQuery(program.id)).data?.form;
  const cohorts = useQuery(cohortsQuery(program.id)).data;
  const hasForm = (form?.version ?? 0) > 0;
  const hasCohorts = (cohorts?.items.length ?? 0) > 0;
  const params = { programId: program.slug };
  return (
    <>
      <PathStep
        number={first}
        title="Application form"
        isNeeded={false}
        isDone={hasForm}
        says={
          form !== undefined && hasForm
            ? `Version ${form.version}: ${some(form.fields.length, 'question')}, ${form.rubric.length > 0 ? `scored by ${form.rubric.length} criteria` : 'not scored'}`
            : 'Questions, conditions and what is scored. Without one artists send a statement and addresses of works.'
        }
        action={
          mayWrite && (
            <Button
              variant={hasForm ? 'default' : 'filled'}
              renderRoot={(props) => (
                <Link
                  to="/manage/programs/$programId/selection"
                  params={params}
                  search={{ tab: 'form' }}
                  {...props}
                />
              )}
            >
              {hasForm ? 'Next version' : 'Write it'}
            </Button>
          )
        }
      />
      <PathStep
        number={first + 1}
        title="Cohorts"
        isNeeded={false}
        isDone={hasCohorts}
        says={
          hasCohorts
            ? `${cohorts?.items.map(({ name }) => name).join(', ')}; ${cohorts?.seatsLeft} seats are in none`
            : 'Artists who come in together, with dates and seats of their own. Without one everybody has the programme’s.'
        }
        action={
          mayWrite && (
            <Button
              variant={hasCohorts ? 'default' : 'filled'}
              renderRoot={(props) => (
                <Link to="/manage/programs/$programId/cohorts" params={params} {...props} />
              )}
            >
              {hasCohorts ? 'Change' : 'Form one'}
            </Button>
          )
        }
      />
    </>
  );
}
