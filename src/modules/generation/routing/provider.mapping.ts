import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { adviceOf } from '../domain/circuit';
import { circuitWorkflow } from '../domain/circuit.workflow';
import { isHosted } from '../domain/provider';
import type { TicketCount } from '../hosted/ticket.repository';
import type { Registered } from '../providers/registry.provider';
import type { ProviderView } from './provider.dto';
import type { ProviderEntity } from './provider.entity';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What staff see of one provider. */
export function providerView(
  { provider, pool }: Registered,
  row: ProviderEntity,
  count: TicketCount | undefined,
  actor: Actor,
): ProviderView {
  const { minSeconds, maxSeconds, maxWidth, maxHeight, frameRates, sizes } = provider.limits;
  const isHeld = row.holdUntil !== null && row.holdUntil > new Date();
  return {
    key: provider.key,
    kind: provider.kind,
    model: provider.model,
    pool,
    runs: provider.runs,
    places: isHosted(provider) ? provider.places : null,
    state: row.state,
    available: available(circuitWorkflow, row.state, actor, {}),
    advice: adviceOf(row.state, row.code),
    isPinned: row.isPinned,
    weight: row.weight,
    isDraining: row.isDraining,
    honours: [...provider.honours],
    limits: {
      minSeconds,
      maxSeconds,
      maxWidth,
      maxHeight,
      frameRates: [...frameRates],
      sizes: [...(sizes ?? [])],
    },
    failures: row.failures,
    retryAt: row.state === 'open' ? iso(row.retryAt) : null,
    holdUntil: isHeld ? iso(row.holdUntil) : null,
    lastError:
      row.code === null || row.failedAt === null
        ? null
        : { code: row.code, message: row.message ?? '', at: row.failedAt.toISOString() },
    succeededAt: iso(row.succeededAt),
    ailment: row.ailment,
    checkedAt: iso(row.checkedAt),
    open: count?.open ?? 0,
    doubtful: count?.doubtful ?? 0,
  };
}
