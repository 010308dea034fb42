import { Global, Module } from '@nestjs/common';
import { Metrics } from '../telemetry/metrics';
import { Readiness } from './readiness';

@Global()
@Module({ providers: [Metrics, Readiness], exports: [Metrics, Readiness] })
export class HealthModule {}
