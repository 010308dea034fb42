import { Client } from 'pg';

/**
 * One connection for `work`, closed whatever comes of it: a client that outlives its server ends the whole process with
 * "terminating connection", and what went wrong before is never read.
 */
export async function onClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
