import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { refusal, refusals } from '../../kernel/refusal';
import { isClearlyValid } from './quick-validation';

export const inputRefusals = refusals('input', {
  invalid: { kind: 'invalid', says: 'Some values are not acceptable. Each is named with its limit.' },
  upload_missing: {
    kind: 'invalid',
    says: 'There is no file in this request. Send it as the body with a content type such as video/mp4, or as a form.',
  },
  not_json: { kind: 'invalid', status: 415, says: 'This API reads JSON. Send the body as application/json.' },
});

interface FieldFault {
  readonly field: string;
  readonly faults: readonly string[];
}

function flatten(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.values(error.constraints ?? {});
    return [...(own.length > 0 ? [{ field, faults: own }] : []), ...flatten(error.children ?? [], field)];
  });
}

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;
let isRemembering = false;

/**
 * class-validator gathers the rules of a class anew with every object, over all classes there are. Decorators have run
 * before the first request, so what was gathered once for a class stays true; groups are not used here.
 */
function rememberRules(): void {
  if (isRemembering) return;
  isRemembering = true;
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const byClass = new Map<unknown, Map<string, Rules>>();
  const grouped = new WeakMap<Rules, ReturnType<typeof group>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
    if (groups !== undefined && groups.length > 0) return gather(target, schema, always, strict, groups);
    const variants = byClass.get(target) ?? new Map<string, Rules>();
    byClass.set(target, variants);
    const variant = `${schema} ${always} ${strict}`;
    const rules = variants.get(variant) ?? gather(target, schema, always, strict, groups);
    variants.set(variant, rules);
    return rules;
  };
  storage.groupByPropertyName = (rules) => {
    const known = grouped.get(rules) ?? group(rules);
    grouped.set(rules, known);
    return known;
  };
}

/** What is clearly valid is not judged at length. */
class QuickValidationPipe extends ValidationPipe {
  protected override validate(
    object: object,
    options: Parameters<ValidationPipe['validate']>[1],
  ): ReturnType<ValidationPipe['validate']> {
    return isClearlyValid(object) ? [] : super.validate(object, options);
  }
}

/** Validates every body, query and parameter class: unknown members and bad values are a 422 that names each field. */
export function validationPipe(): ValidationPipe {
  rememberRules();
  return new QuickValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const fields = flatten(errors);
      const first = fields[0];
      const detail = first === undefined ? undefined : `${first.field}: ${first.faults.join('; ')}`;
      return refusal(inputRefusals, 'invalid', { fields, ...(detail === undefined ? {} : { detail }) });
    },
  });
}
