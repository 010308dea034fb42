export * from './contract';
export { GrantsModule } from './grants.module';
