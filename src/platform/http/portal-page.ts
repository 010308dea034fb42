import { Injectable } from '@nestjs/common';

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

/** The page of the portal, whose head the server may fill for one address: others read it without running a script. */
@Injectable()
export class PortalPage {
  private text: string | null = null;

  /** Called once at the start, when the portal is built. */
  set(text: string): void {
    this.text = text;
  }

  /** With `head` in its head, in place of its title. `head` is markup: whoever makes it has escaped what is in it. */
  html(nonce: string, head?: string): string {
    const page = (this.text ?? BARE).replace(NONCE_WORD, nonce);
    if (head === undefined) return page;
    const titled = head.includes('<title>') ? page.replace(/\s*<title>[^<]*<\/title>/, '') : page;
    return titled.replace('</head>', () => `  ${head}\n  </head>`);
  }
}
