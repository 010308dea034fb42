import { moneyView } from '../../../platform/http/money.dto';
import { USE_NAMES, USES, type Use } from '../domain/showcase';
import type { WorkEntity } from '../works/work.entity';
import type { OwnConsentsView, OwnLicenceView, UseView } from './consent.dto';
import type { WorkConsentEntity } from './consent.entity';
import type { LicenceEntity } from './licence.entity';
import type { UsePrice } from './price.service';

interface Parts {
  readonly consents: readonly WorkConsentEntity[];
  readonly licences: readonly LicenceEntity[];
  readonly prices: ReadonlyMap<Use, UsePrice> | undefined;
}

/** Whether a work may be used under it now. */
export const isRunning = ({ endedAt, endsAt }: Pick<LicenceEntity, 'endedAt' | 'endsAt'>): boolean =>
  endedAt === null && endsAt.getTime() > Date.now();

const ownLicence = (licence: LicenceEntity): OwnLicenceView => ({
  id: licence.id,
  purpose: licence.purpose,
  grantedAt: licence.grantedAt.toISOString(),
  endsAt: licence.endsAt.toISOString(),
  endedAt: licence.endedAt?.toISOString() ?? null,
  isRunning: isRunning(licence),
});

function useView(workId: string, use: Use, { consents, licences, prices }: Parts): UseView {
  const price = prices?.get(use);
  const standing = consents.find((consent) => consent.workId === workId && consent.use === use);
  return {
    use,
    says: USES[use].says,
    price: price === undefined ? null : moneyView(price),
    agreedPrice:
      standing === undefined
        ? null
        : moneyView({ amount: BigInt(standing.price), currency: standing.currency }),
    agreedAt: standing?.givenAt.toISOString() ?? null,
    licences: licences.filter((row) => row.workId === workId && row.use === use).map(ownLicence),
  };
}

export function ownConsents(work: WorkEntity, parts: Parts): OwnConsentsView {
  const { id, slug, title, programId, isListed, isTakenDown } = work;
  const uses = USE_NAMES.map((use) => useView(id, use, parts));
  return { workId: id, slug, title, programId, isPublic: isListed && !isTakenDown, uses };
}
