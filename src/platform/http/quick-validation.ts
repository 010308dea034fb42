import { getMetadataStorage, ValidationTypes, type ValidationArguments } from 'class-validator';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
interface Check {
  readonly constraints: unknown[];
  readonly holds: (value: unknown, about: ValidationArguments) => unknown;
}
interface Member {
  readonly property: string;
  /** Whether it is looked at at all: `@IsOptional`, `@ValidateIf`. */
  readonly when: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly Check[];
}
interface Plan {
  readonly known: ReadonlySet<string>;
  readonly members: readonly Member[];
}

const PLAIN: ReadonlySet<string> = new Set([
  ValidationTypes.CUSTOM_VALIDATION,
  ValidationTypes.CONDITIONAL_VALIDATION,
  ValidationTypes.IS_DEFINED,
]);

/** By class; `null`: it has rules of other kinds, and class-validator alone judges it. */
const plans = new Map<unknown, Plan | null>();

/** Lists, nested objects, groups and promises are left to class-validator. */
const isPlain = (rule: Rule): boolean =>
  PLAIN.has(rule.type) &&
  !rule.each &&
  rule.validateIf === undefined &&
  (rule.groups?.length ?? 0) === 0 &&
  constraintsOf(rule).every(({ async }) => !async);

const isCondition = ({ type }: Rule): boolean => type === ValidationTypes.CONDITIONAL_VALIDATION;

const constraintsOf = (rule: Rule) =>
  isCondition(rule) ? [] : getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);

function planOf(target: object['constructor']): Plan | null {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  if (rules.length === 0 || !rules.every(isPlain)) return null;
  const properties = [...new Set(rules.map(({ propertyName }) => propertyName))];
  const members = properties.map((property) => {
    const own = rules.filter(({ propertyName }) => propertyName === property);
    return {
      property,
      when: own.filter(isCondition).map(({ constraints }) => constraints[0] as Member['when'][number]),
      checks: own.flatMap((rule) =>
        constraintsOf(rule).map(({ instance }) => ({
          constraints: rule.constraints as unknown[],
          holds: instance.validate.bind(instance),
        })),
      ),
    };
  });
  return { known: new Set(properties), members };
}

/**
 * Whether an object keeps every rule of its class: the rules and constraints of class-validator, gathered once for a
 * class instead of with every object, and without preparing a report that a good object has no use for. `false` says
 * nothing yet: class-validator then judges, and words the faults.
 */
export function isClearlyValid(object: object): boolean {
  const { constructor } = object;
  let plan = plans.get(constructor);
  if (plan === undefined) plans.set(constructor, (plan = planOf(constructor)));
  if (plan === null) return false;
  for (const name of Object.keys(object)) if (!plan.known.has(name)) return false;
  for (const { property, when, checks } of plan.members) {
    const value = (object as Record<string, unknown>)[property];
    if (!when.every((applies) => applies(object, value))) continue;
    for (const { constraints, holds } of checks) {
      if (holds(value, { targetName: constructor.name, property, object, value, constraints }) !== true)
        return false;
    }
  }
  return true;
}
