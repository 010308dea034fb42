export * from './contract';
export { AuditModule } from './audit.module';
export { AuditService, type Verification } from './audit.service';
