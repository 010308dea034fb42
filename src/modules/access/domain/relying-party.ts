/** Whom a passkey is for, as browsers see it. */
export interface RelyingParty {
  /** A name that the page's address ends with; never a number. */
  readonly id: string;
  readonly origin: string;
}

/**
 * The relying party of this installation: its public address, else `localhost` on whatever port the browser asked.
 * `null`: there is none, because a host that a request merely claims must not decide whom a passkey is for.
 */
export function relyingParty(publicUrl: string | undefined, host: string): RelyingParty | null {
  if (publicUrl !== undefined) {
    const { hostname, origin } = new URL(publicUrl);
    return /^[\d.]+$|^\[/.test(hostname) ? null : { id: hostname, origin };
  }
  return /^localhost(:\d+)?$/.test(host) ? { id: 'localhost', origin: `http://${host}` } : null;
}
