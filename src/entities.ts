import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every TypeORM row type: the data source and the test that compares them with the migrated schema read this list. */
export const entities: readonly EntityTarget<ObjectLiteral>[] = [];
