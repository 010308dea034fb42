import { api, unwrap, type Schemas } from '../../api/client';

/** As much as the server takes. */
export const LARGEST = 256 * 1024 * 1024;

/** sha256 as hex. The whole file is in memory while it is computed: browsers can do it no other way. */
export async function hashOf(file: File): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const askAboutHash = (sha256: string): Promise<Schemas['VerifyView']> =>
  unwrap(api.GET('/api/v1/verify', { params: { query: { sha256 } } }));

/** Sends the file as it is. */
export const askAboutFile = (file: File): Promise<Schemas['VerifyView']> =>
  unwrap(
    api.POST('/api/v1/verify', {
      body: file as unknown as string,
      bodySerializer: (body) => body as unknown as File,
      headers: { 'Content-Type': 'video/mp4' },
    }),
  );
