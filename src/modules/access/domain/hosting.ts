/**
 * Carriers whose business is to rent out machines, by number and by the name under which the table that comes along
 * lists them (a test compares). Public proxies run on such machines; people at home or in a studio do not. Left out are
 * carriers that also connect homes, and those through which many people's browsers come (Cloudflare, Apple's relay).
 */
export const HOSTING_CARRIERS = {
  8075: 'Microsoft Corporation',
  8560: 'IONOS SE',
  12876: 'Scaleway SAS',
  14061: 'DigitalOcean, LLC',
  14618: 'Amazon.com, Inc.',
  16276: 'OVH SAS',
  16509: 'Amazon.com, Inc.',
  20473: 'The Constant Company, LLC',
  24940: 'Hetzner Online GmbH',
  28753: 'Leaseweb Deutschland GmbH',
  29802: 'HIVELOCITY, Inc.',
  31898: 'Oracle Corporation',
  36351: 'IBM Cloud',
  36352: 'HostPapa',
  37963: 'Hangzhou Alibaba Advertising Co.,Ltd.',
  40509: 'Fly.io, Inc.',
  45090: 'Shenzhen Tencent Computer Systems Company Limited',
  45102: 'Alibaba (US) Technology Co., Ltd.',
  49981: 'WorldStream B.V.',
  51167: 'Contabo GmbH',
  53667: 'FranTech Solutions',
  60781: 'LeaseWeb Netherlands B.V.',
  63949: 'Akamai Technologies, Inc.',
  132203: 'Shenzhen Tencent Computer Systems Company Limited',
  213230: 'Hetzner Online GmbH',
  394380: 'Leaseweb USA, Inc.',
  396982: 'Google LLC',
} as const;

export const HOSTING_NUMBERS = Object.keys(HOSTING_CARRIERS).map(Number);
