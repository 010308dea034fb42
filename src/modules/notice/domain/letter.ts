import { tokenSlot } from '../../access/contract';

/** What a notice says. `link` is a path of the portal. */
export interface Words {
  readonly title: string;
  readonly text: string;
  readonly link: string;
  /** Id of the proof whose token the mail's link carries; only the mail does. */
  readonly proofId?: string | undefined;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** One line, whatever somebody wrote into a title: a subject with a line break would be two headers. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The mail of a notice, in plain text. `baseUrl` is the portal's address without a slash at its end. */
export function letter(name: string, words: Words, baseUrl: string): Letter {
  const text = [
    `Hello ${oneLine(name)},`,
    '',
    words.text,
    '',
    // Behind the #, which browsers send to nobody: a token in a path or query ends up in logs.
    `${baseUrl}${words.link}${words.proofId === undefined ? '' : `#${tokenSlot(words.proofId)}`}`,
    '',
    '— Atelier',
    'You get this because you have an account here. Every notice is also in the portal under Notices.',
    '',
  ];
  return { subject: oneLine(words.title), text: text.join('\n') };
}
