import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { refusal, refusals } from '../../kernel/refusal';

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

/** Validates every body, query and parameter class: unknown members and bad values are a 422 that names each field. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
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
