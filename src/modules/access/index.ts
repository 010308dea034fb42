export * from './contract';
export { Access, AccessGuard, Me } from './access.guard';
export { AccessModule } from './access.module';
export { KeysService } from './keys/keys.service';
export { WorkerKeysService, type WorkerToken } from './workers/worker-keys.service';
export { PeopleService, type PersonDraft } from './people.service';
