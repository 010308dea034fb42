import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { CredentialsService } from './credentials.service';
import { KeyController } from './keys/key.controller';
import { KeyProcessor } from './keys/key.processor';
import { KeyRepository } from './keys/key.repository';
import { KeySecrets } from './keys/key-secrets.service';
import { KeysService } from './keys/keys.service';
import { PeopleService } from './people.service';
import { PersonController } from './person.controller';
import { PersonRepository } from './person.repository';
import { SessionController } from './session.controller';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';
import { SignInPolicy } from './sign-in.policy';
import { WorkerKeyController } from './workers/worker-key.controller';
import { WorkerKeyRepository } from './workers/worker-key.repository';
import { WorkerKeysService } from './workers/worker-keys.service';

/** Who is who, how they prove it, what they may do. Its guard stands before every route of the application. */
@Global()
@Module({
  controllers: [SessionController, PersonController, KeyController, WorkerKeyController],
  providers: [
    AccessGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
    CredentialsService,
    KeyProcessor,
    KeyRepository,
    KeySecrets,
    KeysService,
    PeopleService,
    PersonRepository,
    SessionRepository,
    SessionService,
    SignInPolicy,
    WorkerKeyRepository,
    WorkerKeysService,
  ],
  exports: [AccessGuard, PeopleService, KeysService, WorkerKeysService],
})
export class AccessModule {}
