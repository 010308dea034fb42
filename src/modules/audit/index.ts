export * from './contract';
export { AuditModule } from './audit.module';
export { AuditService } from './audit.service';
export { checkpointKeyOf } from './chain/checkpoint.service';
export { chainVerifierOn, type Verification, type Witness } from './chain/verifier.service';
