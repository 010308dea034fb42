/**
 * Whether the issuer says that a second factor was shown, by a value that this installation believes: `acr` is one word,
 * `amr` a list (RFC 8176). Nothing is believed unless it is named.
 */
export function showsSecondFactor(
  claims: Readonly<Record<string, unknown>>,
  believed: readonly string[],
): boolean {
  const shown = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
  return shown.some((value) => typeof value === 'string' && believed.includes(value));
}
