export * from './contract';
export { Access, AccessGuard, Me } from './access.guard';
export { AccessModule } from './access.module';
export { CodeAppService } from './factors/code-app.service';
export { MailTokens } from './proofs/mail-tokens.service';
export { KeysService } from './keys/keys.service';
export { WorkerKeysService, type WorkerToken } from './workers/worker-keys.service';
export { PeopleService, type PersonDraft } from './people/people.service';
