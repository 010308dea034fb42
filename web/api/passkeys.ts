import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { api, unwrap, type Schemas } from './client';

type Answer = Record<string, unknown>;

/** Nobody said no to the server: the person closed the browser's window, or it waited too long. */
export class PasskeyDropped extends Error {
  constructor() {
    super('The browser has given no passkey. Try again, or choose another way.');
    this.name = 'PasskeyDropped';
  }
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { name } = error as Error;
    if (name === 'InvalidStateError')
      throw new Error('This device has a passkey of yours already.', { cause: error });
    throw new PasskeyDropped();
  }
}

/** Asks the browser for a proof by passkey. */
export async function provePasskey(): Promise<Schemas['PasskeyProofBody']> {
  const { challengeId, options } = await unwrap(api.POST('/api/v1/session/passkey/question'));
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const response = await asked(() => startAuthentication({ optionsJSON }));
  return { challengeId, response: response as unknown as Answer };
}

/** Lets the browser make a passkey and keeps it under `name`. */
export async function addPasskey(name: string): Promise<void> {
  const { challengeId, options } = await unwrap(api.POST('/api/v1/account/passkeys/question'));
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const response = await asked(() => startRegistration({ optionsJSON }));
  await unwrap(
    api.POST('/api/v1/account/passkeys', {
      body: { challengeId, name, response: response as unknown as Answer },
    }),
  );
}
