import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { Database } from './database';
import { dataSourceOptions, type ConnectionShape } from './options';

/** Opens the pool and offers `Database`. The schema is already there: `migrate` ran before. */
@Global()
@Module({})
export class DbModule {
  static for(schema: Pick<ConnectionShape, 'entities' | 'migrations'>): DynamicModule {
    return {
      module: DbModule,
      providers: [
        {
          provide: DataSource,
          inject: [Settings],
          useFactory: (settings: Settings) =>
            new DataSource(
              dataSourceOptions({
                ...schema,
                url: settings.databaseUrl,
                poolSize: settings.databasePool,
                as: 'app',
              }),
            ).initialize(),
        },
        Database,
      ],
      exports: [Database],
    };
  }
}
