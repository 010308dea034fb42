import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { USE_NAMES, type Use } from '../domain/showcase';

export class ConsentInput {
  /** The price that you saw, in minor units: you agree to that and nothing below it. */
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  price: number;
}

/** A use that was taken. */
export class OwnLicenceView {
  /** `lic_…` */
  id: string;

  /** For what, in the programme's words. */
  purpose: string;

  grantedAt: string;

  endsAt: string;

  /** When taking back the consent ended it. */
  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  /** Whether the work may be used under it now. */
  isRunning: boolean;
}

export class UseView {
  @ApiProperty({ enum: USE_NAMES })
  use: Use;

  /** What agreeing means. */
  says: string;

  /** By the card in force; `null`: it has none, so it cannot be agreed to. */
  @ApiProperty({ type: MoneyView, nullable: true })
  price: MoneyView | null;

  /** What you agreed to; `null`: you do not agree. */
  @ApiProperty({ type: MoneyView, nullable: true })
  agreedPrice: MoneyView | null;

  @ApiProperty({ type: String, nullable: true })
  agreedAt: string | null;

  @ApiProperty({ type: [OwnLicenceView] })
  licences: readonly OwnLicenceView[];
}

/** One work of one's own and what it may be used for. */
export class OwnConsentsView {
  workId: string;

  slug: string;

  title: string;

  programId: string;

  /** Whether it is in public; nothing is licensed that is not. */
  isPublic: boolean;

  @ApiProperty({ type: [UseView] })
  uses: readonly UseView[];
}

export class OwnConsentsPage {
  @ApiProperty({ type: [OwnConsentsView] })
  items: readonly OwnConsentsView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
