import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Settings } from './settings';

/** Offers the validated settings to every module. */
@Global()
@Module({})
export class ConfigModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
