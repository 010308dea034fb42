import { Alert, List, Stack, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { AnswerField } from './answer-field';
import type { Answer, Answers, Field } from './use-applications';

/** The conditions first: whoever cannot take part is told after one click, before writing anything. */
export function Eligibility({
  programId,
  fields,
  answers,
  faultOf,
  onAnswer,
}: {
  programId: string;
  fields: readonly Field[];
  answers: Answers;
  faultOf: (key: string) => string | undefined;
  onAnswer: (key: string, answer: Answer | undefined) => void;
}) {
  const conditions: Answers = Object.fromEntries(
    fields.flatMap(({ key }) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
  const checked = useQuery({
    queryKey: ['eligibility', programId, conditions],
    enabled: Object.keys(conditions).length > 0,
    placeholderData: keepPreviousData,
    queryFn: () =>
      unwrap(
        api.POST('/api/v1/programs/{id}/eligibility', {
          params: { path: { id: programId } },
          body: { answers: conditions },
        }),
      ),
  });
  if (fields.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        Can you take part?
      </Title>
      {fields.map((field) => (
        <AnswerField
          key={field.key}
          field={field}
          value={answers[field.key]}
          error={faultOf(field.key)}
          onChange={(answer) => onAnswer(field.key, answer)}
        />
      ))}
      <div role="status">
        {checked.data?.isEligible === false && (
          <Alert color="yellow" title="With these answers the programme cannot take you">
            <List size="sm">
              {checked.data.reasons.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
    </Stack>
  );
}
