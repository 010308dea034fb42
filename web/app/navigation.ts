import {
  IconBook2,
  IconBriefcase,
  IconCalendarEvent,
  IconCash,
  IconCoins,
  IconChartBar,
  IconDice5,
  IconEar,
  IconEyeCheck,
  IconFileCheck,
  IconFileText,
  IconGauge,
  IconGavel,
  IconHelpCircle,
  IconKey,
  IconMail,
  IconMessage2,
  IconMovie,
  IconPalette,
  IconPhoto,
  IconReceipt,
  IconReceiptTax,
  IconScale,
  IconSend,
  IconServer,
  IconServer2,
  IconShieldCheck,
  IconShieldLock,
  IconTrophy,
  IconUserCheck,
  IconUserPause,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../api/session';

interface Section {
  readonly title: string;
  /** `null`: everybody, signed in or not. */
  readonly roles: readonly Role[] | null;
  readonly pages: readonly { to: string; label: string; icon: Icon }[];
}

/** The whole portal, by who works there. */
export const NAVIGATION: readonly Section[] = [
  {
    title: 'Public',
    roles: null,
    pages: [
      { to: '/', label: 'Gallery', icon: IconPhoto },
      { to: '/programs', label: 'Programmes', icon: IconBook2 },
      { to: '/rulings', label: 'Rulings', icon: IconGavel },
      { to: '/numbers', label: 'The numbers', icon: IconChartBar },
      { to: '/calls', label: 'Grants', icon: IconTrophy },
      { to: '/events', label: 'Events', icon: IconCalendarEvent },
      { to: '/draws', label: 'Draws', icon: IconDice5 },
      { to: '/verify-file', label: 'Verify a file', icon: IconShieldCheck },
    ],
  },
  {
    title: 'Studio',
    roles: ['artist'],
    pages: [
      { to: '/studio', label: 'Clips', icon: IconMovie },
      { to: '/studio/styles', label: 'Styles', icon: IconPalette },
      { to: '/studio/submissions', label: 'Sharing', icon: IconSend },
      { to: '/studio/works', label: 'Works', icon: IconPhoto },
      { to: '/studio/feedback', label: 'Feedback', icon: IconMessage2 },
      { to: '/studio/money', label: 'Money', icon: IconCash },
      { to: '/studio/tax', label: 'Tax', icon: IconReceiptTax },
      { to: '/studio/keys', label: 'Keys', icon: IconKey },
      { to: '/settings/webhooks', label: 'Webhooks', icon: IconWebhook },
      { to: '/studio/grants', label: 'Grants and events', icon: IconTrophy },
      { to: '/studio/enrollment', label: 'Enrollment', icon: IconUserCheck },
      { to: '/studio/questions', label: 'May I?', icon: IconHelpCircle },
      { to: '/studio/decisions', label: 'Decisions', icon: IconFileText },
    ],
  },
  {
    title: 'Review',
    roles: ['reviewer'],
    pages: [
      { to: '/review', label: 'Queue', icon: IconScale },
      { to: '/review/appeals', label: 'Appeals', icon: IconBriefcase },
      { to: '/review/questions', label: 'May I?', icon: IconGavel },
      { to: '/review/grants', label: 'Grant reviews', icon: IconTrophy },
    ],
  },
  {
    title: 'Redress',
    roles: ['reviewer', 'finance', 'manager', 'admin'],
    pages: [
      { to: '/review/hearings', label: 'Hearings', icon: IconEar },
      { to: '/review/second-looks', label: 'Second looks', icon: IconEyeCheck },
      { to: '/review/decisions', label: 'Decisions', icon: IconFileText },
    ],
  },
  {
    title: 'Programme',
    roles: ['manager', 'admin'],
    pages: [
      { to: '/manage', label: 'Programmes', icon: IconBook2 },
      { to: '/manage/credits', label: 'Credits and queue', icon: IconGauge },
      { to: '/manage/applications', label: 'Applications', icon: IconUsers },
      { to: '/manage/suspensions', label: 'Suspensions', icon: IconUserPause },
      { to: '/manage/feedback', label: 'Feedback', icon: IconMessage2 },
      { to: '/manage/pay', label: 'Pay', icon: IconCoins },
      { to: '/manage/incidents', label: 'Incidents', icon: IconShieldLock },
      { to: '/manage/workers', label: 'Workers', icon: IconServer2 },
      { to: '/manage/files', label: 'Stored files', icon: IconFileCheck },
      { to: '/manage/people', label: 'People', icon: IconUsersGroup },
      { to: '/manage/calls', label: 'Grants and events', icon: IconTrophy },
      { to: '/manage/audit', label: 'Audit', icon: IconShieldCheck },
      { to: '/settings/webhooks', label: 'Webhooks', icon: IconWebhook },
      { to: '/manage/renderers', label: 'Renderers', icon: IconServer },
      { to: '/manage/styles', label: 'Styles', icon: IconPalette },
      { to: '/manage/outbox', label: 'Mail outbox', icon: IconMail },
    ],
  },
  {
    title: 'Finance',
    roles: ['finance', 'admin'],
    pages: [
      { to: '/finance', label: 'Batches', icon: IconReceipt },
      { to: '/finance/payouts', label: 'Payouts', icon: IconCash },
      { to: '/finance/earnings', label: 'Earnings', icon: IconCoins },
      { to: '/finance/tax', label: 'Tax', icon: IconReceiptTax },
      { to: '/finance/report', label: 'Liability', icon: IconChartBar },
    ],
  },
];
