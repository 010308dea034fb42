import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ROLES, type Role } from '../../kernel/actor';
import { PageQuery } from '../../platform/http/page-query.dto';
import type { PersonCard } from './contract';
import { STAFF_ROLES, type StaffRole } from './domain/grants';
import type { PersonEntity } from './person.entity';

const PERSON_ROLES = ['artist', ...STAFF_ROLES] as const;
const NO_CONTROLS = /^\P{Cc}*$/u;

/** Sign-up of an artist. */
export class SignUpBody {
  /** Name as it appears in credits and statements. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  @Matches(NO_CONTROLS, { message: 'name must not hold control characters' })
  name: string;

  /** Where notices go, and the name to sign in with. */
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** At least 12 characters. */
  @IsString()
  @MaxLength(400)
  password: string;
}

/** A new member of staff. */
export class StaffBody extends SignUpBody {
  /** What they will do. Only an administrator may make administrators. */
  @ApiProperty({ enum: STAFF_ROLES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(STAFF_ROLES, { each: true })
  roles: StaffRole[];
}

export class PeopleListQuery extends PageQuery {
  /** Only people with this role. */
  @ApiProperty({ enum: PERSON_ROLES, required: false })
  @IsOptional()
  @IsIn(PERSON_ROLES)
  role?: Role;
}

/** Somebody with an account. */
export class PersonView {
  /** Id, `per_…`. */
  id: string;

  /** Name as it appears in credits. */
  name: string;

  /** Address to sign in with. */
  email: string;

  /** What this person may be in Atelier. */
  @ApiProperty({ enum: ROLES, isArray: true })
  roles: Role[];
}

/** A person in the staff's list. */
export class PersonListItem extends PersonView {
  /** When the account was made. */
  createdAt: string;
}

export class PeoplePage {
  @ApiProperty({ type: PersonListItem, isArray: true })
  items: PersonListItem[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function personView({ id, name, email, roles }: PersonCard): PersonView {
  return { id, name, email, roles: [...roles] };
}

export function personListItem(row: PersonEntity): PersonListItem {
  return { ...personView(row), createdAt: row.createdAt.toISOString() };
}
