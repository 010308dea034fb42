import { IsOptional, IsString, MaxLength } from 'class-validator';

export class OidcQuery {
  /** Page of the portal to go on with. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  next?: string;
}
