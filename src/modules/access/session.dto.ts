import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { PERMISSIONS, type Permission } from './contract';
import { PersonView } from './person.dto';
import type { SessionEntity } from './session.entity';

export class SignInBody {
  @IsString()
  @MaxLength(254)
  email: string;

  @IsString()
  @MaxLength(400)
  password: string;
}

/** Who is signed in. */
export class SessionView {
  /** Id of this session, `ses_…`. */
  id: string;

  @ApiProperty({ type: PersonView })
  person: PersonView;

  /** Everything the person's roles allow; what the portal shows follows from it. */
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true })
  permissions: Permission[];

  /** When this session ends at the latest; 12 hours without a request end it earlier. */
  expiresAt: string;
}

/** One of the caller's own sign-ins. */
export class OwnSessionView {
  /** Id, `ses_…`. */
  id: string;

  /** Network address of the sign-in. */
  network: string;

  /** Program that signed in, as it named itself. */
  agent: string;

  /** When it began. */
  createdAt: string;

  /** Last request, to the minute. */
  lastSeenAt: string;

  /** When it ends at the latest. */
  expiresAt: string;

  /** Whether this very request came with it. */
  isCurrent: boolean;
}

export class OwnSessionsView {
  @ApiProperty({ type: OwnSessionView, isArray: true })
  items: OwnSessionView[];
}

export class EndedSessionsView {
  /** How many sessions ended. */
  ended: number;
}

export function ownSessionView(row: SessionEntity, currentId: string | null): OwnSessionView {
  return {
    id: row.id,
    network: row.network,
    agent: row.agent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isCurrent: row.id === currentId,
  };
}
