import ipaddr from 'ipaddr.js';

/** What counts as one network: the /24 of an IPv4 address, the /48 of an IPv6 address; what cannot be read is `unknown`. */
export function prefixOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const ip = ipaddr.process(address); // an IPv4 address written as IPv6 is an IPv4 address
  if (ip.kind() === 'ipv4') return `${ip.toByteArray().slice(0, 3).join('.')}.0/24`;
  const parts = (ip as ipaddr.IPv6).parts.slice(0, 3).map((part) => part.toString(16));
  return `${parts.join(':')}::/48`;
}

/** The network in its usual spelling, a single address as a network of one; `null`: it is none. */
export function networkText(text: string): string | null {
  try {
    if (!text.includes('/')) return ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;
    const [address, bits] = ipaddr.parseCIDR(text);
    return `${address.toString()}/${bits}`;
  } catch {
    return null;
  }
}

/** Whether the address lies in one of the networks. No networks: everywhere is allowed. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return networks.some((network) => {
    const range = network.includes('/') ? ipaddr.parseCIDR(network) : hostOf(network);
    return range[0].kind() === ip.kind() && ip.match(range);
  });
}

function hostOf(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const ip = ipaddr.process(address);
  return [ip, ip.kind() === 'ipv4' ? 32 : 128];
}

/** A program without its version: `python-requests/2.31` and `python-requests/2.32` are one. Browsers count as one each. */
export function agentFamily(agent: string | undefined): string {
  if (agent === undefined || agent.trim() === '') return 'none';
  const browser = /\b(Firefox|Edg|OPR|Chrome|Safari)\//.exec(agent)?.[1];
  const family =
    agent.startsWith('Mozilla/') && browser !== undefined ? browser : agent.split(/[/\s(;]/, 1)[0];
  return (family ?? 'none').replaceAll(/[^\w.+-]/g, '').slice(0, 40) || 'none';
}

/** Programs that try what they found in public text. */
export function isScanner(agent: string | undefined): boolean {
  return agent !== undefined && /trufflehog|gitleaks|gitguardian|secretlint|detect-secrets/i.test(agent);
}
