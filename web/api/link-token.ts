import { useEffect, useState } from 'react';

/** The token behind the `#` of a link from a mail; taken out of the address, so that it stays in no history. */
export function useLinkToken(): string | null {
  const [token] = useState(() => /^#([\w-]{20,100})$/.exec(globalThis.location.hash)?.[1] ?? null);
  useEffect(() => {
    const { history, location } = globalThis;
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return token;
}
