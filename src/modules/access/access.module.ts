import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { CredentialsService } from './credentials.service';
import { ContainmentService } from './incidents/containment.service';
import { IncidentController } from './incidents/incident.controller';
import { IncidentKeys } from './incidents/incident-keys.service';
import { IncidentRepository } from './incidents/incident.repository';
import { IncidentService } from './incidents/incident.service';
import { MassStopService } from './incidents/mass-stop.service';
import { AdmissionService } from './keys/admission.service';
import { CredentialRepository } from './keys/credential.repository';
import { KeyClockService } from './keys/key-clock.service';
import { KeyController } from './keys/key.controller';
import { KeyListService } from './keys/key-list.service';
import { KeyLookupService } from './keys/key-lookup.service';
import { KeyMoveService } from './keys/key-move.service';
import { KeyProcessor } from './keys/key.processor';
import { KeyRepository } from './keys/key.repository';
import { KeySecrets } from './keys/key-secrets.service';
import { KeysService } from './keys/keys.service';
import { PacePolicy } from './keys/pace.policy';
import { ProofService } from './keys/proof.service';
import { SpendService } from './keys/spend.service';
import { ExposureService } from './leaks/exposure.service';
import { GithubSigner } from './leaks/github-signer.service';
import { LeakController } from './leaks/leak.controller';
import { LeakRepository } from './leaks/leak.repository';
import { PartnerController } from './leaks/partner.controller';
import { TrapService } from './leaks/trap.service';
import { SignalController } from './watch/signal.controller';
import { SignalRepository } from './watch/signal.repository';
import { SignalService } from './watch/signal.service';
import { SuspicionActs } from './watch/suspicion-acts.service';
import { SuspicionService } from './watch/suspicion.service';
import { WatchRepository } from './watch/watch.repository';
import { WatchService } from './watch/watch.service';
import { PeopleService } from './people.service';
import { PersonController } from './person.controller';
import { PersonRepository } from './person.repository';
import { SessionController } from './session.controller';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';
import { SignInPolicy } from './sign-in.policy';

/** Who is who, how they prove it, what they may do. Its guard stands before every route of the application. */
@Global()
@Module({
  controllers: [
    SessionController,
    PersonController,
    KeyController,
    IncidentController,
    SignalController,
    LeakController,
    PartnerController,
  ],
  providers: [
    AccessGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
    AdmissionService,
    ContainmentService,
    CredentialRepository,
    CredentialsService,
    ExposureService,
    GithubSigner,
    IncidentKeys,
    IncidentRepository,
    IncidentService,
    KeyClockService,
    KeyListService,
    KeyLookupService,
    KeyMoveService,
    KeyProcessor,
    KeyRepository,
    KeySecrets,
    KeysService,
    LeakRepository,
    MassStopService,
    PacePolicy,
    ProofService,
    SignalRepository,
    SignalService,
    SpendService,
    SuspicionActs,
    SuspicionService,
    TrapService,
    WatchRepository,
    WatchService,
    PeopleService,
    PersonRepository,
    SessionRepository,
    SessionService,
    SignInPolicy,
  ],
  exports: [AccessGuard, IncidentService, PeopleService, KeysService, SpendService],
})
export class AccessModule {}
