import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, validateSync, ValidateIf, ValidateNested } from 'class-validator'; // prettier-ignore
import fc from 'fast-check';
import { isClearlyValid } from './quick-validation';

class Base {
  @IsOptional()
  @IsInt()
  @Min(1)
  limit?: number;
}

class Input extends Base {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(3, 6)
  words: string;

  @IsIn(['a', 'b'])
  kind: string = 'a';

  @IsInt()
  @Min(0)
  @Max(10)
  size: number = 3;

  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  flag?: boolean;
}

class Listed {
  @IsArray()
  @IsString({ each: true })
  words: string[];
}

class Nested {
  @ValidateNested()
  inner: Input;
}

const value = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, 'a', 'b', 'abc', ' abcd ', '', 3, 0, 11, -1, 1.5, true, false),
  fc.anything({ maxDepth: 1 }),
);
const good = fc.record({
  words: fc.constantFrom('abc', ' abcde '),
  kind: fc.constantFrom('a', 'b'),
  size: fc.integer({ min: 0, max: 10 }),
});
const members = { words: value, kind: value, size: value, flag: value, limit: value, other: value };
const some = fc.record(members, { requiredKeys: [] });

describe('quick validation', () => {
  test('agrees with class-validator about every object', () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.tuple(good, some, fc.boolean()), ([base, over, isGood]) => {
        const object = plainToInstance(Input, isGood ? base : { ...base, ...over });
        const errors = validateSync(object, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false }); // prettier-ignore
        seen[errors.length === 0 ? 'valid' : 'invalid'] += 1;
        expect(isClearlyValid(object)).toBe(errors.length === 0);
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(300);
  });

  test('leaves lists, nested objects and classes without rules to class-validator', () => {
    for (const object of [
      plainToInstance(Listed, { words: ['a'] }),
      plainToInstance(Nested, { inner: { words: 'abc' } }),
      { anything: 1 },
    ]) {
      expect(isClearlyValid(object)).toBe(false);
    }
  });
});
