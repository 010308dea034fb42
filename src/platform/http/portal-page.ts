import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The word in the built page that stands for the nonce of one answer. */
const NONCE_WORD = /__CSP_NONCE__/g;

const BARE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Atelier</title>
  </head>
  <body><p>The portal is not built in this installation; the API answers under /api/v1.</p></body>
</html>
`;

/** Tells the portal that nobody can be signed in, so that it need not ask and be refused (`web/api/session.ts`). */
const NO_SESSION = '<meta name="atelier-session" content="none" />';

/** What a head of its own says in place of the page's: the title, the description. */
const OWN_LINES = [
  { mark: '<title>', line: /\s*<title>[^<]*<\/title>/ },
  { mark: 'name="description"', line: /\s*<meta\s+name="description"[^>]*>/ },
] as const;

/** The page of the portal, whose head the server may fill for one address: others read it without running a script. */
@Injectable()
export class PortalPage {
  private text: string | null = null;

  /** Called once at the start, when the portal is built. */
  set(text: string): void {
    this.text = text;
  }

  /**
   * The page as answer to `request`. `head` stands in its head, in place of its title and description where it has its
   * own; it is markup: whoever makes it has escaped what is in it.
   */
  html(request: FastifyRequest, reply: FastifyReply, head = ''): string {
    let page = (this.text ?? BARE).replace(NONCE_WORD, reply.cspNonce.style);
    for (const { mark, line } of OWN_LINES) if (head.includes(mark)) page = page.replace(line, '');
    const lines = [request.headers.cookie === undefined ? NO_SESSION : '', head].filter(Boolean);
    return lines.length === 0 ? page : page.replace('</head>', () => `  ${lines.join('\n    ')}\n  </head>`);
  }
}
