/** What a clip is priced by. Another provider's word for a resolution never reaches this table. */
export interface PriceSpec {
  readonly provider: string;
  readonly seconds: number;
  readonly resolution: string;
  readonly fps: number;
  readonly draft: boolean;
}

/**
 * One published price table: credits as whole numbers, factors in percent. A table is never edited; a change is a new
 * version at the end of `PRICES`, and every charge keeps the version it was made under.
 */
export interface PriceTable {
  readonly version: number;
  /** RFC 3339; from this instant on. */
  readonly from: string;
  /** Credits for one second of a final at 24 fps. */
  readonly perSecond: Readonly<Record<string, number>>;
  readonly fpsPercent: Readonly<Record<string, number>>;
  readonly draftPercent: number;
  /** Providers that cost more or less than the table says; 100 where absent. */
  readonly providerPercent: Readonly<Record<string, number>>;
}

export const PRICES: readonly PriceTable[] = [
  {
    version: 1,
    from: '2026-01-01T00:00:00Z',
    perSecond: { '360p': 2, '480p': 4, '720p': 8, '1080p': 16 },
    fpsPercent: { '24': 100, '25': 100, '30': 125 },
    draftPercent: 25,
    providerPercent: { procedural: 100 },
  },
  {
    version: 2,
    from: '2027-01-01T00:00:00Z',
    perSecond: { '360p': 2, '480p': 4, '720p': 8, '1080p': 16 },
    fpsPercent: { '24': 100, '25': 100, '30': 125 },
    draftPercent: 25,
    // Own machines as before; whoever bills the programme by the second costs artists more of their credits.
    providerPercent: { procedural: 100, openai: 100, comfyui: 100, fal: 200, replicate: 200, runway: 300 },
  },
];

/** One line of a quote; the lines add up to the price. A discount is below zero. */
export interface QuoteLine {
  readonly what: string;
  readonly credits: bigint;
}

export interface Quote {
  readonly credits: bigint;
  readonly lines: readonly QuoteLine[];
  readonly priceVersion: number;
}

const begins = new WeakMap<PriceTable, number>();

/** Every request asks: read once from each table. */
function beginOf(table: PriceTable): number {
  const begin = begins.get(table) ?? Date.parse(table.from);
  begins.set(table, begin);
  return begin;
}

/** The table in force at `at`. Throws `RangeError` before the first one. */
export function priceTableAt(at: Date, tables: readonly PriceTable[] = PRICES): PriceTable {
  const last = tables.findLast((table) => beginOf(table) <= at.getTime());
  if (last === undefined) throw new RangeError(`no prices are published for ${at.toISOString()}`);
  return last;
}

/** `percent` of `amount`, rounded up to a whole credit. */
const share = (amount: bigint, percent: number): bigint => (amount * BigInt(percent) + 99n) / 100n;

/**
 * The price of one clip in whole credits, and how it came about. Used for the quote and for the charge alike, so that
 * they cannot differ. Throws `RangeError` for a resolution or frame rate the table does not know: requests are
 * validated before they are priced.
 */
export function quote(spec: PriceSpec, table: PriceTable): Quote {
  const rate = table.perSecond[spec.resolution];
  const fps = table.fpsPercent[String(spec.fps)];
  if (rate === undefined || fps === undefined) {
    throw new RangeError(`price table ${table.version} does not know ${spec.resolution} at ${spec.fps} fps`);
  }
  const base = BigInt(spec.seconds) * BigInt(rate);
  const steps: readonly (readonly [string, number])[] = [
    [`${spec.fps} fps`, fps],
    [spec.provider, table.providerPercent[spec.provider] ?? 100],
    ['draft', spec.draft ? table.draftPercent : 100],
  ];
  const lines: QuoteLine[] = [{ what: `${spec.seconds} s at ${spec.resolution}`, credits: base }];
  let credits = base;
  for (const [what, percent] of steps) {
    const next = share(credits, percent);
    if (next !== credits) lines.push({ what: `${what} (${percent} %)`, credits: next - credits });
    credits = next;
  }
  return { credits, lines, priceVersion: table.version };
}
