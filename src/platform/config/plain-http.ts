import { ConfigurationError } from './env';
import type { Settings } from './settings';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Where sessions would leave this machine in the clear, as a sentence; null where they would not. */
function leavesInTheClear({ publicUrl, host }: Pick<Settings, 'publicUrl' | 'host'>): string | null {
  if (publicUrl === undefined)
    return isLoopback(host)
      ? null
      : `PUBLIC_URL: is not set, and HOST=${host} is open to other machines. Name the https address under which people reach the portal`;
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || isLoopback(hostname)
    ? null
    : `PUBLIC_URL: ${publicUrl} is plain http, and passwords and sessions could be read on the way. Put https in front and name that address`;
}

/**
 * Whoever signs in over plain http shows password and session to everybody on the way: only on this machine, or where
 * the operator has said so. Throws what `main` prints.
 */
export function refusePlainHttp(
  settings: Pick<Settings, 'publicUrl' | 'host' | 'roles' | 'askedCookies'>,
): void {
  if (settings.askedCookies !== undefined || !settings.roles.includes('api')) return;
  const fault = leavesInTheClear(settings);
  if (fault !== null)
    throw new ConfigurationError([`${fault}, or say ATELIER_SECURE_COOKIES=false to take that risk.`]);
}
