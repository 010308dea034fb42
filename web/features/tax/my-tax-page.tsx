import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { myTaxQuery } from '../../api/tax';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { HandInDialog } from './form-fields';
import { ResidenceForm } from './residence-form';
import { TaxRules } from './tax-rules';
import { KIND_NAMES, type FormKind, type MyTax } from './use-tax';

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

function FormCard({ form, onHandIn }: { form: MyTax['forms'][number]; onHandIn: () => void }) {
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{KIND_NAMES[form.kind]}</Text>
          <StateBadge state={form.state} />
        </Group>
        {form.legalName !== null && (
          <Text size="sm">
            {form.legalName}, number {form.number}
            {form.signedOn !== null && `, signed ${form.signedOn}`}
            {form.treatyRate !== null && `, treaty with ${form.treatyCountry} at ${form.treatyRate / 100} %`}
          </Text>
        )}
        {form.reason !== null && <Alert color="red" variant="light" title={form.reason} />}
        {form.state === 'valid' && (
          <Text size="xs" c="dimmed">
            {form.expiresAt === null ? (
              'Valid until something of it changes.'
            ) : (
              <>
                Valid until <When at={form.expiresAt} />
              </>
            )}
          </Text>
        )}
        {form.available.includes('handIn') && (
          <Group>
            <Button variant={form.state === 'valid' ? 'default' : 'light'} onClick={onHandIn}>
              {form.legalName === null ? 'Hand it in' : 'Hand in a new one'}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function Forms({ tax, onHandIn }: { tax: MyTax; onHandIn: (kind?: FormKind) => void }) {
  if (tax.residence === null)
    return <Text c="dimmed">Say first where you are resident: it decides which form is yours.</Text>;
  if (tax.forms.length === 0)
    return (
      <EmptyState
        title="No form yet"
        action={
          tax.kinds.length > 0 && (
            <Button variant="light" onClick={() => onHandIn()}>
              Hand in a form
            </Button>
          )
        }
      >
        {tax.kinds.length > 0
          ? 'Your programmes say whether they need one. You can hand it in before anybody asks.'
          : 'None of the rules that Atelier knows asks residents of your country for one.'}
      </EmptyState>
    );
  return tax.forms.map((form) => <FormCard key={form.id} form={form} onHandIn={() => onHandIn(form.kind)} />);
}

export function MyTaxPage() {
  const [handIn, setHandIn] = useState<{ kind?: FormKind } | null>(null);
  return (
    <>
      <PageHeader
        title="Tax"
        lead="What the tax office wants to know before you are paid. What you earned stays yours whatever is missing here."
      />
      <QueryView query={useQuery(myTaxQuery)}>
        {(tax) => (
          <Stack gap="xl" maw={760}>
            {tax.blocks.map(({ programId, block, says }) => (
              <Alert key={programId + block} color="yellow" variant="light" title="Money is waiting for you">
                {says}
              </Alert>
            ))}
            <Section title="Residence">
              <ResidenceForm residence={tax.residence} />
            </Section>
            <Section title="Forms">
              <Forms tax={tax} onHandIn={(kind) => setHandIn(kind === undefined ? {} : { kind })} />
            </Section>
            <Section title="The rules">
              <TaxRules />
            </Section>
            {handIn !== null && (
              <HandInDialog kinds={tax.kinds} startWith={handIn.kind} onClose={() => setHandIn(null)} />
            )}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
