import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';

export type Application = Schemas['ApplicationView'];
export type Entry = Schemas['EntryView'];
export type Field = Schemas['FormFieldShape'];
export type Answer = string | number | boolean | string[];
export type Answers = Record<string, Answer>;

/** Everything that shows applications hangs on this key. */
const APPLICATIONS = 'applications';

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: [APPLICATIONS, 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/applications/{id}', { params: { path: { id } } })),
  });

/** The own application to a programme that is not over; withdrawn or declined ones do not stand in the way of another. */
export const openApplicationQuery = (programId: string) =>
  queryOptions({
    queryKey: [APPLICATIONS, 'open', programId],
    queryFn: async () => {
      const query = { limit: 10, programId };
      const { items } = await unwrap(api.GET('/api/v1/applications', { params: { query } }));
      return items.find(({ state }) => !['withdrawn', 'declined', 'expired'].includes(state)) ?? null;
    },
  });

/** One act on applications with its key; whatever came of it, what is shown is read again. */
export function useApplicationAct<B, R>(
  send: (body: B, headers: Record<string, string>) => Promise<R>,
  onDone?: (result: R) => void,
) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keys.headers(JSON.stringify(body ?? null))),
    onSuccess: (result, body) => {
      keys.done(JSON.stringify(body ?? null));
      onDone?.(result);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [APPLICATIONS] }),
  });
}

/** What an artist writes, as the server keeps it. */
export interface Written {
  readonly statement: string;
  readonly portfolio: string[];
  readonly answers: Answers;
  readonly team: string;
  readonly timeZone: string;
}

/**
 * Keeps what is written: the first time it makes the application, then it saves the draft with the revision that was
 * answered last. Saves run one after another, so that a quick typist never refuses themselves.
 */
export function useSaving(programId: string, known: Application | null) {
  const queries = useQueryClient();
  const keys = useActKey();
  const last = useRef(known);
  return useMutation({
    scope: { id: `application-${programId}` },
    mutationFn: async ({ written, isSent }: { written: Written; isSent: boolean }) => {
      const body = { ...written, draft: !isSent };
      const before = last.current;
      last.current =
        before === null
          ? await unwrap(
              api.POST('/api/v1/programs/{id}/applications', {
                params: { path: { id: programId } },
                headers: keys.headers(JSON.stringify(body)),
                body,
              }),
            )
          : await unwrap(
              api.PUT('/api/v1/applications/{id}', {
                params: { path: { id: before.id } },
                body: { ...body, revision: before.revision },
              }),
            );
      return last.current;
    },
    onSuccess: (application) => queries.setQueryData([APPLICATIONS, 'open', programId], application),
  });
}

/** The body is the file itself; the client for the generated paths would make JSON of it. */
export async function upload(applicationId: string, file: File): Promise<unknown> {
  const address = `/api/v1/applications/${applicationId}/files?name=${encodeURIComponent(file.name)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  return unwrap(
    fetch(address, { method: 'POST', headers, body: file }).then(async (response) => {
      const body: unknown = await response.json().catch(() => ({}));
      return response.ok ? { data: body, response } : { error: body, response };
    }),
  );
}

export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment in a time zone, with the zone's name: `Friday, 27 November 2026 at 18:00 CET`. */
export function momentIn(at: string, timeZone: string = HERE): string {
  const form = { dateStyle: 'full', timeStyle: 'long' } as const;
  try {
    return new Date(at).toLocaleString('en-GB', { ...form, timeZone });
  } catch {
    return new Date(at).toLocaleString('en-GB', form);
  }
}
