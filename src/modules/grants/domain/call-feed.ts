import { decimal, type Currency } from '../../../kernel/money';

/** What a feed tells of one call. */
export interface FeedCall {
  readonly id: string;
  readonly title: string;
  readonly criteria: string;
  readonly eligibility: string;
  readonly budget: bigint;
  readonly currency: Currency;
  readonly openedAt: Date | null;
  readonly closesAt: Date;
  readonly decidesAt: Date;
}

export interface FeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_published: string;
  /** Ours, as the format allows under a name with an underscore: RFC 3339 and minor units. */
  readonly _call: { budget: { amount: number; currency: Currency }; closes_at: string; decides_at: string };
}

export interface CallFeed {
  readonly version: string;
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly items: readonly FeedItem[];
}

/** The open calls as JSON Feed 1.1 (jsonfeed.org); `site` is the address of the portal without a slash at its end. */
export function callFeed(calls: readonly FeedCall[], site: string): CallFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Open calls for grants',
    home_page_url: `${site}/calls`,
    feed_url: `${site}/api/v1/calls/feed.json`,
    items: calls.map((call) => ({
      id: call.id,
      url: `${site}/calls/${call.id}`,
      title: call.title,
      content_text: [
        `Budget: ${decimal({ amount: call.budget, currency: call.currency })} ${call.currency}.`,
        `Who may apply: ${call.eligibility}`,
        `Apply until ${call.closesAt.toISOString()}; answers by ${call.decidesAt.toISOString()}.`,
        call.criteria,
      ].join('\n\n'),
      date_published: (call.openedAt ?? call.closesAt).toISOString(),
      _call: {
        budget: { amount: Number(call.budget), currency: call.currency },
        closes_at: call.closesAt.toISOString(),
        decides_at: call.decidesAt.toISOString(),
      },
    })),
  };
}
