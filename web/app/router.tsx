import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session';
import { NotFound } from './not-found';
import { Shell } from './shell';

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Shell, notFoundComponent: NotFound });

/** Pages for people who are signed in: a visitor is sent to sign in and comes back afterwards. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const page = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as never, name as never),
  });

const own = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => signedIn,
    path,
    component: lazyRouteComponent(load as never, name as never),
  });

const publicPages = [
  page('/', () => import('../features/gallery/gallery-page'), 'GalleryPage'),
  page('/works/$slug', () => import('../features/gallery/work-page'), 'WorkPage'),
  page('/programs', () => import('../features/programs/programs-page'), 'ProgramsPage'),
  page('/programs/$programId', () => import('../features/programs/program-page'), 'ProgramPage'),
  page('/numbers', () => import('../features/numbers/numbers-page'), 'NumbersPage'),
  page('/sign-in', () => import('../features/session/sign-in-page'), 'SignInPage'),
  page('/sign-up', () => import('../features/session/sign-up-page'), 'SignUpPage'),
];

const artistPages = [
  own('/studio', () => import('../features/studio/studio-page'), 'StudioPage'),
  own('/studio/clips/$clipId', () => import('../features/studio/clip-page'), 'ClipPage'),
  own('/studio/submissions', () => import('../features/sharing/sharing-page'), 'SharingPage'),
  own(
    '/studio/submissions/$submissionId',
    () => import('../features/sharing/submission-page'),
    'SubmissionPage',
  ),
  own('/studio/feedback', () => import('../features/feedback/feedback-page'), 'FeedbackPage'),
  own('/studio/money', () => import('../features/money/money-page'), 'MoneyPage'),
  own('/studio/keys', () => import('../features/keys/keys-page'), 'KeysPage'),
  own('/studio/enrollment', () => import('../features/enrollment/enrollment-page'), 'EnrollmentPage'),
];

const staffPages = [
  own('/review', () => import('../features/review/review-page'), 'ReviewPage'),
  own('/review/appeals', () => import('../features/review/appeals-page'), 'AppealsPage'),
  own('/manage', () => import('../features/manage/manage-page'), 'ManagePage'),
  own(
    '/manage/programs/$programId',
    () => import('../features/manage/manage-program-page'),
    'ManageProgramPage',
  ),
  own('/manage/applications', () => import('../features/manage/applications-page'), 'ApplicationsPage'),
  own('/manage/feedback', () => import('../features/manage/triage-page'), 'TriagePage'),
  own('/manage/outbox', () => import('../features/manage/outbox-page'), 'OutboxPage'),
  own('/finance', () => import('../features/finance/batches-page'), 'BatchesPage'),
  own('/finance/batches/$batchId', () => import('../features/finance/batch-page'), 'BatchPage'),
  own('/finance/payouts', () => import('../features/finance/payouts-page'), 'PayoutsPage'),
  own('/finance/report', () => import('../features/finance/report-page'), 'ReportPage'),
];

/** Every address of the portal. A page's code is loaded when it is first opened. */
export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([...publicPages, signedIn.addChildren([...artistPages, ...staffPages])]),
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
