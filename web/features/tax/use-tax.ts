import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type MyTax = Schemas['MyTaxView'];
export type Form = Schemas['StaffTaxFormView'];
export type FormKind = Form['kind'];
export type Settings = Schemas['TaxSettingsView'];

export const KIND_NAMES: Record<FormKind, string> = {
  w9: 'W-9',
  w8ben: 'W-8BEN',
  w8bene: 'W-8BEN-E',
  w8eci: 'W-8ECI',
  f8233: 'Form 8233',
  dac7: 'DAC7 details',
};

export const FORM_STATES = ['not_asked', 'requested', 'received', 'valid', 'expired', 'rejected'] as const;

export const taxRulesQuery = queryOptions({
  queryKey: ['tax-rules'],
  staleTime: Infinity,
  queryFn: () => unwrap(api.GET('/api/v1/tax/rules')),
});

export const formsQuery = (state?: Form['state']) =>
  pagesOf(['tax-forms', state], (page) =>
    unwrap(api.GET('/api/v1/finance/tax/forms', { params: { query: { ...page, ...(state && { state }) } } })),
  );

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: ['tax-form', id],
    queryFn: () => unwrap(api.GET('/api/v1/finance/tax/forms/{id}', { params: { path: { id } } })),
  });

export const missingQuery = (programId?: string) =>
  queryOptions({
    queryKey: ['tax-missing', programId],
    queryFn: () =>
      unwrap(api.GET('/api/v1/finance/tax/missing', { params: { query: programId ? { programId } : {} } })),
  });

export const settingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tax-settings', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/tax-settings', { params: { path: { id } } })),
  });

/** Every act of the tax pages: one key for each intended act, and everything about tax is read again. */
function useTaxAct<B>(
  send: (body: B, headers: Record<string, string>) => Promise<unknown>,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keys.headers(JSON.stringify(body))),
    onSuccess: (_, body) => {
      keys.done(JSON.stringify(body));
      onDone();
    },
    onSettled: () =>
      Promise.all(
        [['my-tax'], ['tax-forms'], ['tax-form'], ['tax-missing'], ['tax-settings']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export const useResidence = (onDone: () => void) =>
  useTaxAct<Schemas['ResidenceBody']>(
    (body, headers) => unwrap(api.PUT('/api/v1/me/tax/residence', { headers, body })),
    onDone,
  );

export const useHandIn = (onDone: () => void) =>
  useTaxAct<Schemas['TaxFormBody']>(
    (body, headers) => unwrap(api.POST('/api/v1/me/tax/forms', { headers, body })),
    onDone,
  );

export const useFormStep = (id: string, onDone: () => void) =>
  useTaxAct<{ verb: 'accept' | 'reject' | 'request'; reason?: string }>(
    ({ verb, ...body }, headers) =>
      unwrap(
        api.POST('/api/v1/finance/tax/forms/{id}/{verb}', { params: { path: { id, verb } }, headers, body }),
      ),
    onDone,
  );

export const useRequestForm = (onDone: () => void) =>
  useTaxAct<Schemas['TaxRequestBody']>(
    (body, headers) => unwrap(api.POST('/api/v1/finance/tax/requests', { headers, body })),
    onDone,
  );

export const useSettings = (id: string, onDone: () => void) =>
  useTaxAct<Schemas['TaxSettingsBody']>(
    (body, headers) =>
      unwrap(api.PUT('/api/v1/programs/{id}/tax-settings', { params: { path: { id } }, headers, body })),
    onDone,
  );

export const useRemittance = (id: string, onDone: () => void) =>
  useTaxAct<Schemas['RemittanceBody']>(
    (body, headers) =>
      unwrap(api.POST('/api/v1/programs/{id}/tax-remittances', { params: { path: { id } }, headers, body })),
    onDone,
  );
