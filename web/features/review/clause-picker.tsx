import { Blockquote, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { programQuery, termsQuery } from '../../api/programs';
import { QueryView } from '../../ui/query-view';
import { type Detail } from './use-review';

export interface Cited {
  readonly clauseId: string;
  readonly termsVersion: number;
}

/** The clause that is cited, from the terms in force or from those of the day it was handed in, with its text. */
export function ClausePicker({
  detail,
  value,
  error,
  places,
  onChange,
}: {
  detail: Detail;
  value: Cited;
  error?: string;
  /** Filled with what may be cited, in the order of the list: for keys. */
  places: RefObject<Cited[]>;
  onChange: (value: Cited) => void;
}) {
  const program = useQuery(programQuery(detail.programId));
  const inForce = program.data?.terms?.version ?? detail.termsVersion;
  const version = value.termsVersion === 0 ? inForce : value.termsVersion;
  const terms = useQuery(termsQuery(detail.programId, version));
  return (
    <Stack gap="xs">
      {inForce !== detail.termsVersion && (
        <SegmentedControl
          aria-label="Version of the terms"
          size="xs"
          data={[
            { value: String(inForce), label: `In force (version ${inForce})` },
            { value: String(detail.termsVersion), label: `When handed in (${detail.termsVersion})` },
          ]}
          value={String(version)}
          onChange={(next) => onChange({ clauseId: '', termsVersion: Number(next) })}
        />
      )}
      <QueryView query={terms} rows={1}>
        {({ clauses }) => {
          places.current = clauses.map(({ id }) => ({ clauseId: id, termsVersion: version }));
          const cited = clauses.find(({ id }) => id === value.clauseId);
          return (
            <>
              <Select
                label="Clause"
                description={`Version ${version} of the terms; the keys 1 to 9 choose by place`}
                placeholder="Which rule it breaks"
                required
                searchable
                error={error}
                data={clauses.map(({ id, title }, place) => ({
                  value: id,
                  label: `${place < 9 ? `${place + 1} · ` : ''}${id} ${title}`,
                }))}
                value={value.clauseId === '' ? null : value.clauseId}
                onChange={(clauseId) => onChange({ clauseId: clauseId ?? '', termsVersion: version })}
              />
              {cited !== undefined && (
                <Blockquote p="sm" cite={cited.summary} color="gray">
                  <Text size="sm">{cited.text}</Text>
                </Blockquote>
              )}
            </>
          );
        }}
      </QueryView>
    </Stack>
  );
}
