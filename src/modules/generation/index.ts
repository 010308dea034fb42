export * from './contract';
export { GenerationModule } from './generation.module';
export { GenerationService } from './generation.service';
