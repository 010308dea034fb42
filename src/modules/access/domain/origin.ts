/** What a browser says about where a request came from. Programs such as curl say nothing. */
export interface Origin {
  readonly method: string;
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  /** The host this request was sent to. */
  readonly host: string | undefined;
  /** Address of the portal, for proxies that rewrite the host. */
  readonly publicUrl: string | undefined;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  try {
    return new URL(address).host;
  } catch {
    return null; // `null` is what browsers send from sandboxed pages; it equals no host
  }
}

/**
 * Whether a write was sent by a page of another site: the browser adds our cookie to it, the person did not mean it.
 * `Sec-Fetch-Site` decides where present; browsers leave it out on plain http, then `Origin` decides. A request with
 * neither comes from a program, which carries no cookie it was not given.
 */
export function isForeignWrite({ method, fetchSite, origin, host, publicUrl }: Origin): boolean {
  if (READS.has(method)) return false;
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  if (origin === undefined) return false;
  const from = hostOf(origin);
  return from === null || (from !== host && from !== hostOf(publicUrl));
}

/**
 * Whether a browser made this call from a page of another site. An API key that names no origins is for programs, which
 * send neither header.
 */
export function isForeignOrigin({ fetchSite, origin, host, publicUrl }: Omit<Origin, 'method'>): boolean {
  if (fetchSite === 'cross-site') return true;
  if (origin === undefined) return false;
  const from = hostOf(origin);
  return from === null || (from !== host && from !== hostOf(publicUrl));
}
