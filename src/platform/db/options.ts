import { TypeOverrides, types } from 'pg';
import type { DataSourceOptions, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/** The role that the application works as. It may not change a ledger or audit row: `grants.ts`. */
export const APP_ROLE = 'atelier_app';

/** int8 arrives as bigint: amounts never pass through a float. Counts are cast to int in their SQL. */
function typeParsers(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, BigInt);
  return overrides;
}

export interface ConnectionShape {
  readonly url: string;
  readonly poolSize: number;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** `owner` runs migrations, `app` is what the application works as. */
  readonly as: 'owner' | 'app';
}

/** The one place where a connection to Postgres is configured. Times in milliseconds. */
export function dataSourceOptions({
  url,
  poolSize,
  entities,
  migrations,
  as,
}: ConnectionShape): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: `atelier-${as}`,
    entities: entities as never,
    migrations: migrations as never,
    migrationsTableName: 'platform_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize,
    connectTimeoutMS: 5_000,
    logging: false,
    extra: {
      types: typeParsers(),
      keepAlive: true,
      // A new connection plans every statement and compiles every function anew: some ten milliseconds of a submit.
      idleTimeoutMillis: 60_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      ...(as === 'app' ? { options: `-c role=${APP_ROLE}` } : {}),
    },
  };
}
