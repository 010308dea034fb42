import { Button, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/page-header';
import { Earnings } from './earnings';
import { Payouts } from './payouts';
import { Statement } from './statement';
import { TaxHint } from './tax-hint';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

export function MoneyPage() {
  return (
    <>
      <PageHeader
        title="Money"
        lead="Every amount with what it is for and where it is now. Leaving the programme changes none of it."
        action={
          <Button component="a" href="/api/v1/me/earnings.csv" download="earnings.csv" variant="default">
            Download CSV
          </Button>
        }
      />
      <Stack gap="xl" maw={960}>
        <TaxHint />
        <Section title="Earned">
          <Earnings />
        </Section>
        <Section title="Paid out">
          <Payouts />
        </Section>
        <Section title="Statement">
          <Statement />
        </Section>
      </Stack>
    </>
  );
}
