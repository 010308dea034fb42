export * from './contract';
export { CompensationModule } from './compensation.module';
export { CompensationService } from './compensation.service';
