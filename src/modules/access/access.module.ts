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
import { ChallengeRepository } from './factors/challenge.repository';
import { CodeAppService } from './factors/code-app.service';
import { FactorRepository } from './factors/factor.repository';
import { PasskeyRepository } from './factors/passkey.repository';
import { PasskeyService } from './factors/passkey.service';
import { RecoveryService } from './factors/recovery.service';
import { Sealing } from './factors/sealing.service';
import { SecurityController } from './factors/security.controller';
import { SecurityService } from './factors/security.service';
import { WebAuthnService } from './factors/web-authn.service';
import { KeyController } from './keys/key.controller';
import { KeyListService } from './keys/key-list.service';
import { KeyLookupService } from './keys/key-lookup.service';
import { KeyMoveService } from './keys/key-move.service';
import { KeyProcessor } from './keys/key.processor';
import { KeyRepository } from './keys/key.repository';
import { KeySecrets } from './keys/key-secrets.service';
import { KeysService } from './keys/keys.service';
import { Nonces } from './keys/nonces.service';
import { PacePolicy } from './keys/pace.policy';
import { ProofService } from './keys/proof.service';
import { SpendService } from './keys/spend.service';
import { ExposureService } from './leaks/exposure.service';
import { GithubSigner } from './leaks/github-signer.service';
import { LeakController } from './leaks/leak.controller';
import { LeakRepository } from './leaks/leak.repository';
import { OtherSecrets } from './leaks/other-secrets.service';
import { PartnerController } from './leaks/partner.controller';
import { TrapService } from './leaks/trap.service';
import { SignalController } from './watch/signal.controller';
import { SignalRepository } from './watch/signal.repository';
import { SignalService } from './watch/signal.service';
import { SuspicionActs } from './watch/suspicion-acts.service';
import { SuspicionService } from './watch/suspicion.service';
import { TableService } from './watch/table.service';
import { WatchRepository } from './watch/watch.repository';
import { WatchService } from './watch/watch.service';
import { WhereaboutsService } from './watch/whereabouts.service';
import { IssuerService } from './oidc/issuer.service';
import { OidcController } from './oidc/oidc.controller';
import { OidcService } from './oidc/oidc.service';
import { ClosingService } from './people/closing.service';
import { PasswordService } from './people/password.service';
import { PeopleService } from './people/people.service';
import { PersonController } from './people/person.controller';
import { PersonRepository } from './people/person.repository';
import { RoleChangeRepository } from './people/role-change.repository';
import { RolesService } from './people/roles.service';
import { StaffController } from './people/staff.controller';
import { AccountController } from './proofs/account.controller';
import { AccountService } from './proofs/account.service';
import { LinkService } from './proofs/link.service';
import { MailTokens } from './proofs/mail-tokens.service';
import { ProofRepository } from './proofs/proof.repository';
import { ResetListener } from './proofs/reset.listener';
import { ResetRequests } from './proofs/reset-requests.service';
import { SessionCookies } from './sessions/cookies.service';
import { OpeningService } from './sessions/opening.service';
import { ProvingService } from './sessions/proving.service';
import { SessionController } from './sessions/session.controller';
import { SessionProcessor } from './sessions/session.processor';
import { SessionRepository } from './sessions/session.repository';
import { SessionService } from './sessions/session.service';
import { SignInController } from './sessions/sign-in.controller';
import { SignInPolicy } from './sessions/sign-in.policy';
import { SignInService } from './sessions/sign-in.service';
import { StepUpService } from './sessions/step-up.service';
import { TriesRepository } from './sessions/tries.repository';
import { WorkerKeyController } from './workers/worker-key.controller';
import { WorkerKeyRepository } from './workers/worker-key.repository';
import { WorkerKeysService } from './workers/worker-keys.service';

const people = [
  ClosingService,
  PasswordService,
  PeopleService,
  PersonRepository,
  RoleChangeRepository,
  RolesService,
];

const sessions = [
  OpeningService,
  ProvingService,
  SessionCookies,
  SessionProcessor,
  SessionRepository,
  SessionService,
  SignInPolicy,
  SignInService,
  StepUpService,
  TriesRepository,
];

const factors = [
  ChallengeRepository,
  CodeAppService,
  FactorRepository,
  PasskeyRepository,
  PasskeyService,
  RecoveryService,
  Sealing,
  SecurityService,
  WebAuthnService,
];

const proofs = [AccountService, LinkService, MailTokens, ProofRepository, ResetListener, ResetRequests];

const keys = [
  AdmissionService,
  CredentialRepository,
  KeyClockService,
  KeyListService,
  KeyLookupService,
  KeyMoveService,
  KeyProcessor,
  KeyRepository,
  KeySecrets,
  KeysService,
  Nonces,
  PacePolicy,
  ProofService,
  SpendService,
  WorkerKeyRepository,
  WorkerKeysService,
];

const containment = [
  ContainmentService,
  ExposureService,
  GithubSigner,
  IncidentKeys,
  IncidentRepository,
  IncidentService,
  LeakRepository,
  MassStopService,
  OtherSecrets,
  SignalRepository,
  SignalService,
  SuspicionActs,
  SuspicionService,
  TableService,
  TrapService,
  WatchRepository,
  WatchService,
  WhereaboutsService,
];

/** Who is who, how they prove it, what they may do. Its guard stands before every route of the application. */
@Global()
@Module({
  controllers: [
    SessionController,
    SignInController,
    OidcController,
    PersonController,
    StaffController,
    AccountController,
    SecurityController,
    KeyController,
    IncidentController,
    SignalController,
    LeakController,
    PartnerController,
    WorkerKeyController,
  ],
  providers: [
    AccessGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
    CredentialsService,
    IssuerService,
    OidcService,
    ...people,
    ...sessions,
    ...factors,
    ...proofs,
    ...keys,
    ...containment,
  ],
  exports: [
    AccessGuard,
    CodeAppService,
    IncidentService,
    KeysService,
    MailTokens,
    PeopleService,
    SpendService,
    WorkerKeysService,
  ],
})
export class AccessModule {}
