export * from './contract';
export { DrawModule } from './draw.module';
export { DrawService, type DrawOutcome, type DrawSubject } from './draw.service';
