import type { TrainingUse } from '../../program/contract';

interface Store {
  readonly active_manifest?: string;
  readonly manifests?: Readonly<Record<string, { readonly assertions?: readonly Assertion[] }>>;
}

interface Assertion {
  readonly label?: string;
  readonly data?: { readonly entries?: Readonly<Record<string, { readonly use?: string }>> };
}

/** What the active manifest of a store says about training and data mining; `null`: nothing. */
export function trainingUseOf(store: object | null): TrainingUse | null {
  if (store === null) return null;
  const { active_manifest: active, manifests } = store as Store;
  const assertions = (active === undefined ? undefined : manifests?.[active]?.assertions) ?? [];
  const found = assertions.find(({ label }) => label?.startsWith('cawg.training-mining') === true);
  const use = found?.data?.entries?.['cawg.ai_training']?.use;
  return use === undefined ? null : use === 'allowed' ? 'allowed' : 'not_allowed';
}
