import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { CodeAppCard } from './code-app-card';
import { PasskeysCard } from './passkeys-card';
import { PasswordCard } from './password-card';
import { RecoveryCard } from './recovery-card';
import { SessionsCard } from './sessions-card';
import { securityQuery } from './use-security';

/** What protects my account, and where it is open. */
export function SecurityPage() {
  const security = useQuery(securityQuery);
  const session = useSession();
  return (
    <>
      <PageHeader
        title="Security"
        lead="What you sign in with, and where you are signed in. You get a mail whenever something here changes."
      />
      <Stack maw={720} gap="lg">
        {session?.gate === 'second_factor_missing' && (
          <Alert color="yellow" variant="light" title="One step before you can work" role="status">
            Staff work with a second factor: whoever learns your password still cannot get in. Set up an
            authenticator app or a passkey.
          </Alert>
        )}
        <QueryView query={security} rows={4}>
          {(data) => (
            <>
              <CodeAppCard security={data} />
              <PasskeysCard security={data} />
              <RecoveryCard security={data} />
              <PasswordCard security={data} />
            </>
          )}
        </QueryView>
        <SessionsCard />
      </Stack>
    </>
  );
}
