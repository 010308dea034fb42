/** What of other people's material is in the clip or its inputs. */
export const THIRD_PARTY = ['none', 'licensed', 'public_domain', 'unlicensed'] as const;
export type ThirdParty = (typeof THIRD_PARTY)[number];

/** Which real people can be recognised. */
export const LIKENESSES = ['none', 'consented', 'public_figure', 'unconsented'] as const;
export type Likenesses = (typeof LIKENESSES)[number];

/** A complete rights statement. */
export interface Rights {
  readonly ownsInputs: boolean;
  readonly thirdPartyMaterial: ThirdParty;
  readonly likenesses: Likenesses;
  readonly aiDisclosure: boolean;
  /** Where the licence or the consent comes from, in the artist's words; for the reviewer. */
  readonly evidence?: string;
}

export type RightsPart = Exclude<keyof Rights, 'evidence'>;

/**
 * The parts of a rights statement that stand in the way of a submission, in a fixed order; empty when it may be
 * submitted. A part is missing when it is unsaid, and also when it says that the right is not there.
 */
export function missingRights(rights: Partial<Rights>): RightsPart[] {
  const holds: Record<RightsPart, boolean> = {
    ownsInputs: rights.ownsInputs === true,
    thirdPartyMaterial: rights.thirdPartyMaterial !== undefined && rights.thirdPartyMaterial !== 'unlicensed',
    likenesses: rights.likenesses !== undefined && rights.likenesses !== 'unconsented',
    aiDisclosure: rights.aiDisclosure === true,
  };
  return (Object.keys(holds) as RightsPart[]).filter((part) => !holds[part]);
}
