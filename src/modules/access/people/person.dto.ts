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
import { ROLES, type Role } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import type { PersonCard } from '../contract';
import { STAFF_ROLES } from '../domain/grants';
import { PERSON_STATES, type PersonRow, type PersonState } from './person.repository';
import type { OpenChange } from './roles.service';

const PERSON_ROLES = ['artist', ...STAFF_ROLES] as const;
const ROLE_CHANGE_VERBS = ['confirm', 'withdraw'] as const;
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

/** The same for every address, whether there is an account or not. */
export class SignUpView {
  /** What happens next, in words. */
  message: string;
}

/** Somebody who is asked to join. The link goes to the address and works once, for seven days. */
export class InvitationBody {
  /** Name as colleagues will see it; they may change it. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  @Matches(NO_CONTROLS, { message: 'name must not hold control characters' })
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  /** What they will be. Nobody becomes administrator by invitation. */
  @ApiProperty({ enum: PERSON_ROLES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERSON_ROLES, { each: true })
  roles: (typeof PERSON_ROLES)[number][];
}

export class ReasonBody {
  /** For the record; the person reads it too. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  @Matches(NO_CONTROLS, { message: 'reason must not hold control characters' })
  reason: string;
}

/** All roles of somebody from now on. */
export class RolesBody extends ReasonBody {
  @ApiProperty({ enum: PERSON_ROLES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERSON_ROLES, { each: true })
  roles: (typeof PERSON_ROLES)[number][];
}

export class RoleChangeParams {
  @IsString()
  @MaxLength(40)
  id: string;

  /** What to do with the proposal. */
  @ApiProperty({ enum: ROLE_CHANGE_VERBS })
  @IsIn(ROLE_CHANGE_VERBS)
  verb: (typeof ROLE_CHANGE_VERBS)[number];
}

export class RolesOutcomeView {
  /** Id of the proposal that a second person must confirm; null: it is done. */
  @ApiProperty({ type: String, nullable: true })
  proposalId: string | null;
}

/** Somebody is to become administrator, when a second person says so too. */
export class RoleChangeView {
  /** Id, `rch_…`. */
  id: string;

  personId: string;

  /** Name of whom it is about. */
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  from: Role[];

  @ApiProperty({ enum: ROLES, isArray: true })
  to: Role[];

  reason: string;

  /** Name of who proposed it. */
  proposedBy: string;

  createdAt: string;

  /** What you may do with it. */
  @ApiProperty({ enum: ROLE_CHANGE_VERBS, isArray: true })
  available: (typeof ROLE_CHANGE_VERBS)[number][];
}

export class RoleChangesView {
  @ApiProperty({ type: RoleChangeView, isArray: true })
  items: RoleChangeView[];
}

export class PeopleListQuery extends PageQuery {
  /** Only people with this role. */
  @ApiProperty({ enum: PERSON_ROLES, required: false })
  @IsOptional()
  @IsIn(PERSON_ROLES)
  role?: Role;

  /** Only these: `unverified` are invited or signed up and have not opened their mail, `closed` may no longer sign in. */
  @ApiProperty({ enum: PERSON_STATES, required: false })
  @IsOptional()
  @IsIn(PERSON_STATES)
  state?: PersonState;

  /** A piece of the name or address. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  text?: string;
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

  /** Whether they can sign in. */
  @ApiProperty({ enum: PERSON_STATES })
  state: PersonState;

  /** Whether an authenticator app or a passkey is set up. */
  hasSecondFactor: boolean;

  /** Last request in a session; null: none yet. */
  @ApiProperty({ type: String, nullable: true })
  lastSeenAt: string | null;
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

export function personListItem(row: PersonRow): PersonListItem {
  const { state, hasSecondFactor, createdAt, lastSeenAt } = row;
  return {
    ...personView(row),
    createdAt: createdAt.toISOString(),
    state,
    hasSecondFactor,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  };
}

export function roleChangeView(row: OpenChange, names: ReadonlyMap<string, PersonCard>): RoleChangeView {
  const { id, personId, fromRoles, toRoles, reason, proposedBy, createdAt } = row;
  const nameOf = (person: string): string => names.get(person)?.name ?? person;
  return {
    id,
    personId,
    name: nameOf(personId),
    from: fromRoles,
    to: toRoles,
    reason,
    proposedBy: nameOf(proposedBy),
    createdAt: createdAt.toISOString(),
    available: row.available,
  };
}
