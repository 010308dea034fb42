import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/session';
import { Broken } from './broken';
import { NotFound } from './not-found';
import { Shell } from './shell';

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Shell, notFoundComponent: NotFound });

/** Pages for people who are signed in: a visitor is sent to sign in and comes back; what stands before the work comes first. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null || session.gate === 'second_factor_required')
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (session.gate === 'verify_email') throw redirect({ to: '/verify' });
    if (session.gate === 'second_factor_missing' && location.pathname !== '/account/security')
      throw redirect({ to: '/account/security' });
  },
});

type Page = () => ReactNode;

const lazily = (load: () => Promise<Page>) => lazyRouteComponent(async () => ({ default: await load() }));

const page = <P extends string>(path: P, load: () => Promise<Page>) =>
  createRoute({ getParentRoute: () => root, path, component: lazily(load) });

const own = <P extends string>(path: P, load: () => Promise<Page>) =>
  createRoute({ getParentRoute: () => signedIn, path, component: lazily(load) });

const publicPages = [
  page('/', () => import('../features/gallery/gallery-page').then((file) => file.GalleryPage)),
  page('/works/$slug', () => import('../features/gallery/work-page').then((file) => file.WorkPage)),
  page('/showcase', () => import('../features/gallery/showcase-page').then((file) => file.ShowcasePage)),
  page('/press/$token', () => import('../features/gallery/press-page').then((file) => file.PressPage)),
  page('/programs', () => import('../features/programs/programs-page').then((file) => file.ProgramsPage)),
  page('/programs/$programId', () =>
    import('../features/programs/program-page').then((file) => file.ProgramPage),
  ),
  page('/calls', () => import('../features/grants/calls-page').then((file) => file.CallsPage)),
  page('/calls/$callId', () => import('../features/grants/call-page').then((file) => file.CallPage)),
  page('/events', () => import('../features/grants/events-page').then((file) => file.EventsPage)),
  page('/events/$eventId', () => import('../features/grants/event-page').then((file) => file.EventPage)),
  page('/draws', () => import('../features/draws/draws-page').then((file) => file.DrawsPage)),
  page('/draws/$drawId', () => import('../features/draws/draw-page').then((file) => file.DrawPage)),
  page('/pauses', () => import('../features/pauses/pauses-page').then((file) => file.PausesPage)),
  page('/leaks', () => import('../features/leaks/leaks-page').then((file) => file.LeaksPage)),
  page('/programs/$programId/terms', () =>
    import('../features/programs/terms-page').then((file) => file.TermsPage),
  ),
  page('/programs/$programId/calendar', () =>
    import('../features/programs/calendar-page').then((file) => file.CalendarPage),
  ),
  page('/programs/$programId/rates', () =>
    import('../features/rates/rates-page').then((file) => file.RatesPage),
  ),
  page('/rulings', () => import('../features/rulings/rulings-page').then((file) => file.RulingsPage)),
  page('/verify-file', () => import('../features/provenance/verify-page').then((file) => file.VerifyPage)),
  page('/numbers', () => import('../features/numbers/numbers-page').then((file) => file.NumbersPage)),
  page('/sign-in', () => import('../features/session/sign-in-page').then((file) => file.SignInPage)),
  page('/verify', () => import('../features/session/verify-page').then((file) => file.VerifyPage)),
  page('/reset', () => import('../features/session/reset-page').then((file) => file.ResetPage)),
  page('/join', () => import('../features/session/join-page').then((file) => file.JoinPage)),
  page('/sign-up', () => import('../features/session/sign-up-page').then((file) => file.SignUpPage)),
];

const accountPages = [
  own('/account/security', () =>
    import('../features/account/security-page').then((file) => file.SecurityPage),
  ),
];

const artistPages = [
  own('/studio', () => import('../features/studio/studio-page').then((file) => file.StudioPage)),
  own('/studio/clips/$clipId', () => import('../features/studio/clip-page').then((file) => file.ClipPage)),
  own('/studio/batches/$batchId', () =>
    import('../features/studio/batch-page').then((file) => file.BatchPage),
  ),
  own('/studio/styles', () => import('../features/styles/styles-page').then((file) => file.StylesPage)),
  own('/studio/submissions', () =>
    import('../features/sharing/sharing-page').then((file) => file.SharingPage),
  ),
  own('/studio/submissions/$submissionId', () =>
    import('../features/sharing/submission-page').then((file) => file.SubmissionPage),
  ),
  own('/studio/consents', () => import('../features/works/consents-page').then((file) => file.ConsentsPage)),
  own('/studio/works', () => import('../features/works/works-page').then((file) => file.WorksPage)),
  own('/studio/feedback', () =>
    import('../features/feedback/feedback-page').then((file) => file.FeedbackPage),
  ),
  own('/studio/feedback/$feedbackId', () =>
    import('../features/feedback/item-page').then((file) => file.ItemPage),
  ),
  own('/studio/tasks', () => import('../features/tasks/tasks-page').then((file) => file.TasksPage)),
  own('/studio/tasks/$taskId', () => import('../features/tasks/task-page').then((file) => file.TaskPage)),
  own('/studio/money', () => import('../features/money/money-page').then((file) => file.MoneyPage)),
  own('/studio/keys', () => import('../features/keys/keys-page').then((file) => file.KeysPage)),
  own('/studio/grants', () => import('../features/grants/my-grants-page').then((file) => file.MyGrantsPage)),
  own('/studio/enrollment', () =>
    import('../features/enrollment/enrollment-page').then((file) => file.EnrollmentPage),
  ),
];

/** Asking to join, on both sides of the desk. */
const applicationPages = [
  own('/programs/$programId/apply', () =>
    import('../features/applications/apply-page').then((file) => file.ApplyPage),
  ),
  own('/studio/applications/$applicationId', () =>
    import('../features/applications/application-page').then((file) => file.ApplicationPage),
  ),
  own('/review/applications', () =>
    import('../features/selection/reviews-page').then((file) => file.ReviewsPage),
  ),
  own('/manage/programs/$programId/selection', () =>
    import('../features/selection/selection-page').then((file) => file.SelectionPage),
  ),
];

const questionPages = [
  own('/studio/bin', () => import('../features/bin/bin-page').then((file) => file.BinPage)),
  own('/studio/archive', () => import('../features/archive/archive-page').then((file) => file.ArchivePage)),
  own('/studio/questions', () =>
    import('../features/rulings/questions-page').then((file) => file.QuestionsPage),
  ),
  own('/review/questions', () => import('../features/rulings/queue-page').then((file) => file.QueuePage)),
  own('/manage/programs/$programId/cohorts', () =>
    import('../features/manage/cohorts-page').then((file) => file.CohortsPage),
  ),
];

/** Earnings and tax, on both sides of the desk. */
const payPages = [
  own('/studio/payee', () => import('../features/payee/payee-page').then((file) => file.PayeePage)),
  own('/studio/tax', () => import('../features/tax/my-tax-page').then((file) => file.MyTaxPage)),
  own('/finance/earnings', () =>
    import('../features/earnings/earnings-page').then((file) => file.EarningsPage),
  ),
  own('/finance/tax', () => import('../features/tax/tax-desk-page').then((file) => file.TaxDeskPage)),
  own('/manage/showcase', () => import('../features/showcase/curate-page').then((file) => file.CuratePage)),
  own('/manage/pay', () => import('../features/pay/pay-page').then((file) => file.PayPage)),
];

/** Of everybody who is signed in, artist or staff. */
const settingsPages = [
  own('/settings/webhooks', () =>
    import('../features/webhooks/webhooks-page').then((file) => file.WebhooksPage),
  ),
];

/** Decisions against somebody, and what can be done about them: on both sides of the desk. */
const redressPages = [
  own('/studio/decisions', () =>
    import('../features/redress/decisions-page').then((file) => file.DecisionsPage),
  ),
  own('/studio/decisions/$statementId', () =>
    import('../features/redress/decision-page').then((file) => file.DecisionPage),
  ),
  own('/studio/appeals', () => import('../features/redress/appeals-page').then((file) => file.AppealsPage)),
  own('/studio/appeals/$appealId', () =>
    import('../features/redress/appeal-page').then((file) => file.AppealPage),
  ),
  own('/review/hearings', () =>
    import('../features/redress/hearings-page').then((file) => file.HearingsPage),
  ),
  own('/review/hearings/$hearingId', () =>
    import('../features/redress/hearing-page').then((file) => file.HearingPage),
  ),
  own('/review/second-looks', () => import('../features/redress/looks-page').then((file) => file.LooksPage)),
  own('/review/decisions', () =>
    import('../features/redress/all-decisions-page').then((file) => file.AllDecisionsPage),
  ),
  own('/manage/suspensions', () =>
    import('../features/suspensions/suspensions-page').then((file) => file.SuspensionsPage),
  ),
  own('/review/decisions/$statementId', () =>
    import('../features/redress/decision-page').then((file) => file.StaffDecisionPage),
  ),
];

const staffPages = [
  own('/review', () => import('../features/review/review-page').then((file) => file.ReviewPage)),
  own('/review/opinions', () => import('../features/review/opinions-page').then((file) => file.OpinionsPage)),
  own('/review/appeals', () => import('../features/review/appeals-page').then((file) => file.AppealsPage)),
  own('/review/grants', () =>
    import('../features/grants/review-grants-page').then((file) => file.ReviewGrantsPage),
  ),
  own('/manage/tasks', () =>
    import('../features/tasks/manage-tasks-page').then((file) => file.ManageTasksPage),
  ),
  own('/manage/tasks/new', () =>
    import('../features/tasks/manage-task-page').then((file) => file.NewTaskPage),
  ),
  own('/manage/tasks/$taskId', () =>
    import('../features/tasks/manage-task-page').then((file) => file.ManageTaskPage),
  ),
  own('/manage/calls', () =>
    import('../features/grants/manage-calls-page').then((file) => file.ManageCallsPage),
  ),
  own('/manage/calls/$callId', () =>
    import('../features/grants/manage-call-page').then((file) => file.ManageCallPage),
  ),
  own('/manage/events/$eventId', () =>
    import('../features/grants/manage-event-page').then((file) => file.ManageEventPage),
  ),
  own('/manage', () => import('../features/manage/manage-page').then((file) => file.ManagePage)),
  own('/manage/keepers', () => import('../features/keepers/keepers-page').then((file) => file.KeepersPage)),
  own('/manage/credits', () => import('../features/credits/credits-page').then((file) => file.CreditsPage)),
  own('/manage/programs/$programId', () =>
    import('../features/manage/manage-program-page').then((file) => file.ManageProgramPage),
  ),
  own('/manage/applications', () =>
    import('../features/manage/applications-page').then((file) => file.ApplicationsPage),
  ),
  own('/manage/feedback/board', () => import('../features/manage/board-page').then((file) => file.BoardPage)),
  own('/manage/feedback', () => import('../features/manage/triage-page').then((file) => file.TriagePage)),
  own('/manage/incidents', () =>
    import('../features/incidents/incidents-page').then((file) => file.IncidentsPage),
  ),
  own('/manage/incidents/$incidentId', () =>
    import('../features/incidents/incident-page').then((file) => file.IncidentPage),
  ),
  own('/manage/workers', () => import('../features/workers/workers-page').then((file) => file.WorkersPage)),
  own('/manage/files', () => import('../features/provenance/checks-page').then((file) => file.ChecksPage)),
  own('/manage/people', () => import('../features/people/people-page').then((file) => file.PeoplePage)),
  own('/manage/audit', () => import('../features/audit/audit-page').then((file) => file.AuditPage)),
  own('/manage/renderers', () =>
    import('../features/operate/providers-page').then((file) => file.ProvidersPage),
  ),
  own('/manage/styles', () =>
    import('../features/styles/manage-styles-page').then((file) => file.ManageStylesPage),
  ),
  own('/manage/outbox', () => import('../features/manage/outbox-page').then((file) => file.OutboxPage)),
  own('/finance', () => import('../features/finance/batches-page').then((file) => file.BatchesPage)),
  own('/finance/batches/$batchId', () =>
    import('../features/finance/batch-page').then((file) => file.BatchPage),
  ),
  own('/finance/sandbox', () => import('../features/finance/sandbox-page').then((file) => file.SandboxPage)),
  own('/finance/payouts', () => import('../features/finance/payouts-page').then((file) => file.PayoutsPage)),
  own('/finance/reconciliation', () =>
    import('../features/finance/reconciliation-page').then((file) => file.ReconciliationPage),
  ),
  own('/finance/readings', () =>
    import('../features/readings/readings-page').then((file) => file.ReadingsPage),
  ),
  own('/finance/exports', () => import('../features/readings/exports-page').then((file) => file.ExportsPage)),
  own('/finance/exports/$exportId', () =>
    import('../features/readings/export-page').then((file) => file.ExportPage),
  ),
  own('/finance/periods', () => import('../features/periods/periods-page').then((file) => file.PeriodsPage)),
  own('/finance/report', () => import('../features/finance/report-page').then((file) => file.ReportPage)),
];

/** Every address of the portal. A page's code is loaded when it is first opened. */
export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      ...publicPages,
      signedIn.addChildren([
        ...accountPages,
        ...artistPages,
        ...applicationPages,
        ...questionPages,
        ...payPages,
        ...settingsPages,
        ...redressPages,
        ...staffPages,
      ]),
    ]),
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });
}
