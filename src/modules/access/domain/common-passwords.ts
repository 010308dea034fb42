/**
 * Words that lists of stolen passwords begin with. Together with the rule of `isCommon` they stand for thousands of
 * lines: whatever is one of these, repeated, joined or dressed with digits and signs, is refused.
 */
const WORDS = `
  password passwort passw0rd passphrase contrasena motdepasse secret letmein welcome admin administrator root user
  guest login changeme default qwerty qwertz azerty qwertyuiop asdfghjkl zxcvbnm qazwsx iloveyou loveyou princess
  sunshine monkey dragon football baseball basketball superman batman spiderman pokemon starwars shadow master
  michael jordan jessica ashley daniel charlie jennifer hunter freedom whatever trustno internet computer samsung
  google facebook microsoft linkedin summer winter spring autumn monday friday january february august september
  october november december flower cookie cheese chocolate hello hellothere lovely liverpool chelsea arsenal
  barcelona killer mustang ferrari corvette harley yankees cowboys soccer hockey tigger purple orange silver golden
  diamond butterfly angel jesus christ blessed forever family mother father brother sister correcthorsebatterystaple
  atelier portal artist studio test testing temp temporary company company business server database access
`
  .trim()
  .split(/\s+/);

const known = new Set(WORDS);

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', '1234567890'];

const LETTER_OF: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A text that is nothing but known words, one after another. */
function isMadeOfWords(text: string): boolean {
  if (text === '') return true;
  for (let end = Math.min(text.length, 26); end >= 4; end -= 1)
    if (known.has(text.slice(0, end)) && isMadeOfWords(text.slice(end))) return true;
  return false;
}

/** A piece of a keyboard's row or of the alphabet, forwards or backwards, however often. */
function isRow(text: string): boolean {
  return ROWS.some((row) => {
    const [there, back] = [row.repeat(3), [...row].toReversed().join('').repeat(3)];
    return there.includes(text) || back.includes(text);
  });
}

/** The shortest piece that the text is a repetition of. */
function pieceOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return text.slice(0, length);
  return text;
}

/** Its letters, with the digits and signs that stand for letters read as these. */
const spelled = (text: string): string =>
  [...text]
    .map((letter) => LETTER_OF[letter] ?? letter)
    .join('')
    .replace(/[^a-z]+/g, '');

/** Whether a password is one that guessing begins with. */
export function isCommon(password: string): boolean {
  const text = password.toLowerCase().replace(/[\s_.-]+/g, '');
  const piece = pieceOf(text);
  if (piece.length < text.length && piece.length <= 6) return true;
  if (isRow(text) || isRow(piece)) return true;
  const plain = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return [plain, text.replace(/[^a-z]+/g, ''), spelled(plain), spelled(text)].some(
    (word) => word.length >= 4 && (isMadeOfWords(word) || (isRow(word) && word.length >= 6)),
  );
}
