import { isCommon } from './common-passwords';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
const FEWEST_DIFFERENT = 5;

/**
 * Why a password will not do, as a sentence, or `null`. Length is what counts (NIST SP 800-63B): no rules about
 * digits and capitals, which make passwords worse; but it may not be the account's own words or one key held down.
 */
export function passwordFault(
  password: string,
  person: { readonly email: string; readonly name: string },
): string | null {
  const characters = [...password];
  if (characters.length < SHORTEST_PASSWORD)
    return `Choose a password of at least ${SHORTEST_PASSWORD} characters.`;
  if (characters.length > LONGEST_PASSWORD)
    return `Choose a password of at most ${LONGEST_PASSWORD} characters.`;
  if (new Set(characters).size < FEWEST_DIFFERENT) return 'Choose a password with more different characters.';
  const text = password.toLowerCase();
  const own = [person.email.toLowerCase(), person.name.toLowerCase()];
  if (own.includes(text)) return 'Choose a password that is not your name or e-mail address.';
  if (isCommon(password))
    return 'This is one of the passwords that guessing begins with. A sentence of your own is better.';
  return null;
}

/** One account per address, however it is typed. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
