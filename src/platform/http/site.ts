interface Asked {
  readonly protocol: string;
  readonly host: string;
}

/**
 * The address that people reach this installation at, without a slash at its end: `PUBLIC_URL`, or else what the request
 * was sent to, or else this machine. Links in what leaves the house (feeds, sign-in elsewhere) begin with it.
 */
export function siteOf(
  { publicUrl, port }: { readonly publicUrl?: string | undefined; readonly port: number },
  request?: Asked,
): string {
  const asked = request === undefined ? `http://localhost:${port}` : `${request.protocol}://${request.host}`;
  return (publicUrl ?? asked).replace(/\/+$/, '');
}
