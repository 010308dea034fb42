import { DataSource } from 'typeorm';
import { schema } from './data-source';
import { chainVerifierOn, checkpointKeyOf, type Verification, type Witness } from './modules/audit';
import { Database } from './platform/db/database';
import { dataSourceOptions } from './platform/db/options';

export { checkpointKeyOf };

/** Verifies the audit log of one database and nothing else: no application runs, nothing is written. */
export async function verifyAudit(url: string, witness: Witness): Promise<Verification> {
  const options = dataSourceOptions({ url, poolSize: 1, ...schema, as: 'owner' });
  const source = await new DataSource({ ...options, migrationsRun: false }).initialize();
  try {
    return await chainVerifierOn(new Database(source)).verify(witness);
  } finally {
    await source.destroy();
  }
}
