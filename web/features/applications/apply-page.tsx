import { Alert, Anchor, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { entryQuery, programQuery } from '../../api/programs';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { ApplicationForm } from './application-form';
import { EntryFacts } from './entry-facts';
import { momentIn, openApplicationQuery } from './use-applications';

/** Applying to one programme: what is promised, then the form; what was sent is followed on a page of its own. */
export function ApplyPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  const navigate = useNavigate();
  const program = useQuery(programQuery(programId));
  const entry = useQuery(entryQuery(programId));
  const id = program.data?.id ?? '';
  const mine = useQuery({ ...openApplicationQuery(id), enabled: id !== '' });
  const follow = (applicationId: string) =>
    void navigate({ to: '/studio/applications/$applicationId', params: { applicationId } });
  return (
    <>
      <PageHeader
        title={`Apply to ${program.data?.name ?? 'the programme'}`}
        lead={
          <Anchor
            inherit
            renderRoot={(props) => <Link to="/programs/$programId" params={{ programId }} {...props} />}
          >
            Terms, pay and quota stand on the programme’s page
          </Anchor>
        }
      />
      <QueryView query={entry} rows={4}>
        {(data) => (
          <Stack gap="xl">
            <EntryFacts entry={data} />
            <QueryView query={mine}>
              {(application) =>
                application !== null && application.state !== 'draft' ? (
                  <Alert color="blue" title="You have applied to this programme">
                    It was sent {application.submittedAt !== null && momentIn(application.submittedAt)}.{' '}
                    <Anchor
                      inherit
                      renderRoot={(props) => (
                        <Link
                          to="/studio/applications/$applicationId"
                          params={{ applicationId: application.id }}
                          {...props}
                        />
                      )}
                    >
                      Follow it
                    </Anchor>
                  </Alert>
                ) : (
                  <ApplicationForm
                    programId={id}
                    entry={data}
                    application={application}
                    onSent={(sent) => {
                      notifications.show({ message: 'Your application is in. Here is what happens next.' });
                      follow(sent.id);
                    }}
                  />
                )
              }
            </QueryView>
          </Stack>
        )}
      </QueryView>
    </>
  );
}
