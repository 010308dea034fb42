import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { enrollmentsQuery } from '../../api/programs';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Applications } from './applications';
import { EnrollmentCard } from './enrollment-card';
import { MyInvitations } from './my-invitations';

export function EnrollmentPage() {
  const enrollments = useQuery(enrollmentsQuery);
  return (
    <>
      <PageHeader
        title="Enrollment"
        lead="Where your applications stand, what you agreed to, and how to pause or leave."
      />
      <Stack gap="xl" maw={960}>
        <MyInvitations />
        <QueryView query={enrollments}>
          {({ items }) => items.map((item) => <EnrollmentCard key={item.id} enrollment={item} />)}
        </QueryView>
        <Stack gap="sm">
          <Title order={2} size="h4">
            Applications
          </Title>
          <Applications />
        </Stack>
      </Stack>
    </>
  );
}
