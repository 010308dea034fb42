/** What Postgres' refusals mean to the person who set DATABASE_URL. */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start Postgres, or unset DATABASE_URL to use the embedded one',
  ENOTFOUND: 'that host name is unknown. Check the host in DATABASE_URL',
  ETIMEDOUT: 'the host does not answer. Check host, port and firewall',
  '28P01': 'the password is wrong. Check user and password in DATABASE_URL',
  '28000': 'this user may not connect. Check the user in DATABASE_URL and pg_hba.conf',
  '3D000': 'that database does not exist. Create it, or correct its name in DATABASE_URL',
  '42501': 'this user may not change the schema. Use the owner of the database',
  '53300': 'the server has no free connection. Raise max_connections or stop other clients',
  '53100': 'its disk is full. Free space there; nothing was lost',
};

const withoutPassword = (url: string): string => url.replace(/:\/\/([^:/@]+):[^@]*@/, '://$1:…@');

/** One sentence with the remedy for a failed connection or migration; the error's own text where it is not known. */
export function explainConnection(error: unknown, url = ''): string {
  const codes = error instanceof AggregateError ? error.errors : [error];
  for (const candidate of codes as { code?: unknown; message?: string }[]) {
    const remedy = REMEDIES[String(candidate?.code)];
    if (remedy !== undefined) return `Atelier cannot use the database ${withoutPassword(url)}: ${remedy}.`;
  }
  return `Atelier cannot use the database ${withoutPassword(url)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
