import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { DrawModule } from '../draw';
import { ProgramModule } from '../program';
import { RedressModule } from '../redress';
import { ApplicationCountRepository } from './applications/application-count.repository';
import { ApplicationController } from './applications/application.controller';
import { ApplicationRepository } from './applications/application.repository';
import { ApplicationService } from './applications/application.service';
import { SelectionService } from './applications/selection.service';
import { MembersController } from './cohorts/members.controller';
import { MembersService } from './cohorts/members.service';
import { ConsentRepository } from './consent.repository';
import { EnrollmentController } from './enrollment.controller';
import { EnrollmentProcessor } from './enrollment.processor';
import { EnrollmentRepository } from './enrollment.repository';
import { EnrollmentService } from './enrollment.service';
import { MembershipService } from './membership.service';
import { MoveService } from './moves.service';
import { PrecedentService } from './rulings/precedent.service';
import { QuestionService } from './rulings/question.service';
import { RulingController } from './rulings/ruling.controller';
import { RulingRepository } from './rulings/ruling.repository';
import { RulingService } from './rulings/ruling.service';
import { ExpiryService } from './expiry.service';
import { SweepService } from './sweep.service';
import { DossierService } from './applications/dossier.service';
import { IntakeService } from './applications/intake.service';
import { WritingService } from './applications/writing.service';
import { FileController } from './files/file.controller';
import { FileRepository } from './files/file.repository';
import { FileService } from './files/file.service';
import { EntryService } from './forms/entry.service';
import { FormController } from './forms/form.controller';
import { FormRepository } from './forms/form.repository';
import { FormService } from './forms/form.service';
import { AcceptingService } from './invitations/accepting.service';
import { InvitationNames } from './invitations/invitation-names.service';
import { InvitationRecord } from './invitations/invitation-record.service';
import { InvitationController } from './invitations/invitation.controller';
import { InvitationRepository } from './invitations/invitation.repository';
import { InvitationService } from './invitations/invitation.service';
import { InvitingService } from './invitations/inviting.service';
import { AssignmentService } from './selection/assignment.service';
import { InvitationPauseListener } from './invitations/pause.listener';
import { DecliningListener } from './selection/declining.listener';
import { DecliningService } from './selection/declining.service';
import { ProtectingListener } from './rulings/protecting.listener';
import { DrawingService } from './selection/drawing.service';
import { DrawnRepository } from './selection/drawn.repository';
import { HandOutService } from './selection/hand-out.service';
import { PanelRepository } from './selection/panel.repository';
import { PanelService } from './selection/panel.service';
import { ReviewNotesService } from './selection/review-notes.service';
import { ApplicationReviewController } from './selection/review.controller';
import { ReviewRepository } from './selection/review.repository';
import { ReviewService } from './selection/review.service';
import { ReviewingService } from './selection/reviewing.service';
import { SeatingService } from './selection/seating.service';
import { SelectingService } from './selection/selecting.service';
import { SelectionRules } from './selection/selection-rules.service';
import { SelectionViewService } from './selection/selection-view.service';
import { SelectionController } from './selection/selection.controller';
import { SettlingLookup } from './selection/settling-lookup.service';
import { SettlingService } from './selection/settling.service';
import { StepService } from './selection/step.service';
import { SuspensionController } from './suspensions/suspension.controller';
import { SuspensionEffectService } from './suspensions/suspension-effect.service';
import { SuspensionListener } from './suspensions/suspension.listener';
import { SuspensionRepository } from './suspensions/suspension.repository';
import { SuspensionService, SuspensionSweep } from './suspensions/suspension.service';
import { StandingService } from './terms/standing.service';
import { TermsListener } from './terms/terms.listener';

/** Getting in, being in, leaving. */
@Module({
  imports: [AccessModule, AuditModule, DrawModule, ProgramModule, RedressModule],
  controllers: [
    ApplicationController,
    FileController,
    FormController,
    InvitationController,
    ApplicationReviewController,
    SelectionController,
    MembersController,
    RulingController,
    SuspensionController,
    EnrollmentController,
  ],
  providers: [
    AcceptingService,
    ApplicationCountRepository,
    AssignmentService,
    DecliningListener,
    InvitationPauseListener,
    DecliningService,
    ProtectingListener,
    DossierService,
    DrawingService,
    DrawnRepository,
    EntryService,
    FileRepository,
    FileService,
    FormRepository,
    FormService,
    HandOutService,
    IntakeService,
    InvitationNames,
    InvitationRecord,
    InvitationRepository,
    InvitationService,
    InvitingService,
    PanelRepository,
    PanelService,
    ReviewNotesService,
    ReviewRepository,
    ReviewService,
    ReviewingService,
    SeatingService,
    SelectingService,
    SelectionRules,
    SelectionViewService,
    SettlingLookup,
    SettlingService,
    StepService,
    WritingService,
    ApplicationRepository,
    ApplicationService,
    ConsentRepository,
    EnrollmentProcessor,
    EnrollmentRepository,
    EnrollmentService,
    MembersService,
    MembershipService,
    MoveService,
    PrecedentService,
    QuestionService,
    RulingRepository,
    RulingService,
    SelectionService,
    StandingService,
    SuspensionEffectService,
    SuspensionListener,
    SuspensionRepository,
    SuspensionService,
    SuspensionSweep,
    SweepService,
    ExpiryService,
    TermsListener,
  ],
  exports: [EnrollmentService, PrecedentService],
})
export class EnrollmentModule {}
