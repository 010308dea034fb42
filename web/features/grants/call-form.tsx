import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { FormDialog } from '../../ui/form-dialog';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { RubricFields, STARTING_RUBRIC, type CriterionDraft } from '../../ui/rubric-fields';
import { useGrantAct, type Call } from './use-grants';

interface Draft {
  programId: string | null;
  title: string;
  criteria: string;
  eligibility: string;
  budget: string;
  closesOn: string;
  decidesOn: string;
  quorum: number;
  finalists: number;
  stipend: string;
  yearlyCap: number | '';
  rubric: CriterionDraft[];
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function draftOf(call: Call | undefined): Draft {
  if (call === undefined)
    return {
      programId: null,
      title: '',
      criteria: '',
      eligibility: '',
      budget: '',
      closesOn: dayIn(30),
      decidesOn: dayIn(60),
      quorum: 2,
      finalists: 0,
      stipend: '0',
      yearlyCap: '',
      rubric: STARTING_RUBRIC,
    };
  return {
    ...call,
    budget: figureOf(call.budget),
    closesOn: call.closesAt.slice(0, 10),
    decidesOn: call.decidesAt.slice(0, 10),
    stipend: figureOf(call.stipend),
    yearlyCap: call.yearlyCap ?? '',
  };
}

/** Prepares a call or rewrites a draft. Days end at 23:59 UTC. */
export function CallForm({
  call,
  onDone,
  onClose,
}: {
  call?: Call;
  onDone: (call: Call) => void;
  onClose: () => void;
}) {
  const programs = useQuery(programChoicesQuery).data ?? [];
  const form = useForm<Draft>({ initialValues: draftOf(call) });
  const { values } = form;
  const program = programs.find(({ id }) => id === values.programId);
  const currency = call?.budget.currency ?? program?.currency;
  const budget = currency === undefined ? null : minorUnits(values.budget, currency);
  const stipend = currency === undefined ? null : minorUnits(values.stipend, currency);
  const send = useGrantAct(
    (body: Schemas['CallBody'], headers) =>
      call === undefined
        ? unwrap(api.POST('/api/v1/calls', { headers, body }))
        : unwrap(api.PUT('/api/v1/calls/{id}', { params: { path: { id: call.id } }, headers, body })),
    (made) => {
      onDone(made);
      onClose();
    },
  );
  const isReady =
    currency !== undefined &&
    budget !== null &&
    budget > 0 &&
    stipend !== null &&
    values.title.trim() !== '' &&
    values.criteria.trim() !== '';
  return (
    <FormDialog
      opened
      title={call === undefined ? 'Prepare a call' : 'Rewrite the call'}
      confirm={call === undefined ? 'Prepare' : 'Keep'}
      isBusy={send.isPending}
      isReady={isReady}
      error={send.error}
      onConfirm={() => {
        if (currency === undefined || budget === null || stipend === null || values.programId === null)
          return;
        send.mutate({
          programId: values.programId,
          title: values.title,
          criteria: values.criteria,
          eligibility: values.eligibility,
          rubric: values.rubric,
          budget: { amount: budget, currency },
          closesAt: `${values.closesOn}T23:59:00Z`,
          decidesAt: `${values.decidesOn}T23:59:00Z`,
          quorum: values.quorum,
          finalists: values.finalists,
          stipend,
          ...(values.yearlyCap !== '' && { yearlyCap: values.yearlyCap }),
        });
      }}
      onClose={onClose}
    >
      <Select
        label="Programme"
        description="Its fund pays"
        required
        disabled={call !== undefined}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('programId')}
      />
      <TextInput label="Name" required {...form.getInputProps('title')} />
      <Textarea
        label="What is looked for"
        required
        autosize
        minRows={3}
        {...form.getInputProps('criteria')}
      />
      <Textarea
        label="Who may apply"
        description="Needed before it opens"
        autosize
        minRows={2}
        {...form.getInputProps('eligibility')}
      />
      <TextInput
        label={currency === undefined ? 'Budget' : `Budget in ${currency}`}
        required
        inputMode="decimal"
        error={values.budget !== '' && budget === null ? 'Not an amount of this currency.' : undefined}
        {...form.getInputProps('budget')}
      />
      <Group grow>
        <TextInput type="date" label="Hand in by" required {...form.getInputProps('closesOn')} />
        <TextInput type="date" label="Answer by" required {...form.getInputProps('decidesOn')} />
      </Group>
      <Group grow>
        <NumberInput label="Reviews each" min={2} max={9} required {...form.getInputProps('quorum')} />
        <NumberInput
          label="Awards a year"
          description="For one artist"
          min={1}
          {...form.getInputProps('yearlyCap')}
        />
      </Group>
      <Group grow>
        <NumberInput label="Finalists" min={0} {...form.getInputProps('finalists')} />
        <TextInput label="Stipend of each" inputMode="decimal" {...form.getInputProps('stipend')} />
      </Group>
      <RubricFields rubric={values.rubric} onChange={(rubric) => form.setFieldValue('rubric', rubric)} />
    </FormDialog>
  );
}
