// A real OpenID Connect issuer (oidc-provider) in a process of its own, whose user is whoever the test last said.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [clientId, clientSecret, redirectUri] = process.argv.slice(2);
let person = { email: '', verified: true, amr: ['pwd'] };
let handle = async () => {};
const server = createServer((request, response) => void handle(request, response));

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['only for this test'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: person.email, email_verified: person.verified }),
    }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const oidc = provider.callback();
  handle = async (request, response) => {
    if (request.url.startsWith('/interaction/')) {
      const login = { accountId: `sub of ${person.email}`, amr: person.amr };
      await provider.interactionFinished(request, response, { login });
    } else await oidc(request, response);
  };
  process.send({ issuer });
});

process.on('message', (next) => {
  person = next;
  process.send({ is: person.email });
});
process.on('disconnect', () => process.exit(0));
