import { filesBelow, read } from './sources';

/** Who opens connections by themselves, and whose addresses they call. Everything else goes through `Outgoing`. */
const DIRECT: Readonly<Record<string, string>> = {
  'src/platform/http/outgoing.ts': 'the one way out to an address that somebody gave',
  'src/modules/generation/providers/exchange.service.ts':
    'vendors at addresses that the operator set; links in their answers are fetched by download.service.ts',
  'src/platform/provenance/external.ts': 'the signing service that the operator set',
  'src/modules/access/leaks/github-signer.service.ts': 'the address of GitHub’s keys that the operator set',
};
/** Where an address comes from outside: of a webhook, of a vendor’s answer, of a payout processor’s answer. */
const GIVEN = [
  'src/modules/notice/webhooks/webhook-sender.service.ts',
  'src/modules/notice/webhooks/webhook.service.ts',
  'src/modules/generation/providers/download.service.ts',
  'src/modules/payouts/rails/rail-registry.service.ts',
];

const OPENS =
  /(?:await|return|=|=>|[(,?])\s*fetch\(|\bfrom '(?:node:)?(?:https?|net|tls|undici|axios|got|node-fetch)'|\bhttps?\.(?:request|get)\(|require\('(?:node:)?(?:https?|net|undici)'\)/;
/** Words alone open nothing: a check of an address, a type. */
const HARMLESS =
  /import (?:type [^;]+|\{ isIPv?[46]?(?:, isIPv?[46]?)* \}|type \{[^}]+\}|\{ type [^}]+\}) from '(?:node:)?(?:net|https?)';/g;

const code = (file: string): string =>
  read(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?<![:'"`])\/\/.*$/gm, '')
    .replaceAll(HARMLESS, '');
const sources = filesBelow('src').filter((file) => !file.endsWith('.spec.ts') && file !== 'src/metadata.ts');

describe('calls out of Atelier', () => {
  test('are opened by nobody but those who are named here with their reason', () => {
    const open = sources.filter((file) => OPENS.test(code(file)));
    expect(open.toSorted()).toEqual(Object.keys(DIRECT).toSorted());
  });

  test.each(GIVEN)('%s: what somebody gave goes out through Outgoing', (file) => {
    expect(code(file)).toMatch(/import \{[^}]*\bOutgoing\b[^}]*\} from '.*platform\/http\/outgoing'/);
    expect(OPENS.test(code(file))).toBe(false);
  });

  test('a clip is fetched by download.service.ts alone', () => {
    const vendors = sources.filter((file) => /providers\/\w+\/\w+\.provider\.ts$/.test(file));
    expect(vendors.length).toBeGreaterThan(4);
    for (const file of vendors)
      expect({ file, opens: OPENS.test(code(file)) }).toEqual({ file, opens: false });
  });
});
