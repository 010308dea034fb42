import type { FastifyReply, FastifyRequest } from 'fastify';
import { PortalPage } from './portal-page';

const BUILT = `<!doctype html>
<html lang="en">
  <head>
    <meta property="csp-nonce" nonce="__CSP_NONCE__" />
    <meta
      name="description"
      content="A programme."
    />
    <title>Atelier</title>
  </head>
  <body></body>
</html>
`;

describe('the portal’s page', () => {
  const page = new PortalPage();
  page.set(BUILT);
  const reply = { cspNonce: { style: 'n0nce', script: 'n0nce' } } as FastifyReply;
  const ask = (cookie?: string, head?: string) =>
    page.html({ headers: { cookie } } as FastifyRequest, reply, head);

  it('carries the nonce of its answer', () => {
    expect(ask('a=b')).toBe(BUILT.replace('__CSP_NONCE__', 'n0nce'));
  });

  it('says that nobody can be signed in where no cookie came, and only there', () => {
    expect(ask()).toContain('<meta name="atelier-session" content="none" />\n  </head>');
    expect(ask('session=x')).not.toContain('atelier-session');
  });

  it('has one title and one description, those of its head where that has some', () => {
    const own = ask(
      'a=b',
      '<title>Nacht $& · Atelier</title>\n    <meta name="description" content="A night." />',
    );
    expect(own.match(/<title>[^<]*/g)).toEqual(['<title>Nacht $& · Atelier']);
    expect(own.match(/name="description"/g)).toHaveLength(1);
    expect(own).toContain('content="A night."');
    const feed = ask('a=b', '<link rel="alternate" href="/feeds/works.xml" />');
    expect(feed).toContain('<title>Atelier</title>');
    expect(feed).toContain('content="A programme."');
  });
});
