import { api, newIdempotencyKey, unwrap } from '../../api/client';
import type { VerbLook } from '../../ui/verb-buttons';
import type { Clip } from './use-clips';

export const LOOKS: Record<string, VerbLook> = {
  keep: { label: 'Mark as keeper', variant: 'filled' },
  promote: { label: 'Promote to a final' },
  unkeep: { label: 'Not a keeper after all', variant: 'subtle', color: 'gray' },
  mark_unusable: { label: 'Unusable, credits back', variant: 'subtle', color: 'gray' },
  restore: { label: 'Restore' },
  bin: { label: 'Put into the bin', variant: 'subtle', color: 'gray' },
  cancel: { label: 'Cancel, credits back', color: 'red', variant: 'subtle' },
};

const path = (id: string) => ({ params: { path: { id } } });

/** The final of a draft; nothing for the other verbs. */
export async function act(clip: Clip, verb: string): Promise<Clip | undefined> {
  if (verb === 'promote') {
    const headers = { 'Idempotency-Key': newIdempotencyKey() };
    return (await unwrap(api.POST('/api/v1/generations/{id}/promote', { ...path(clip.id), headers })))
      .generations[0];
  }
  if (verb === 'bin' || verb === 'restore') {
    const take = verb === 'bin' ? '/api/v1/generations/{id}/bin' : '/api/v1/generations/{id}/restore';
    await unwrap(api.POST(take, path(clip.id)));
    return undefined;
  }
  await (verb === 'cancel'
    ? unwrap(api.POST('/api/v1/generations/{id}/cancel', path(clip.id)))
    : unwrap(
        api.POST('/api/v1/generations/{id}/keeper', {
          ...path(clip.id),
          body: { isKeeper: verb === 'keep' },
        }),
      ));
  return undefined;
}
