import { ApiProperty } from '@nestjs/swagger';
import { RateCardVersionView } from '../version.dto';
import { RateItemView } from './rates.dto';

/** Every rate card of a programme. */
export class RateCardListView {
  /** Programme id. */
  programId: string;

  /** Its name in addresses. */
  slug: string;

  /** Its name. */
  name: string;

  /** What a card can price. */
  @ApiProperty({ type: RateItemView, isArray: true })
  items: RateItemView[];

  /** Newest first. */
  @ApiProperty({ type: RateCardVersionView, isArray: true })
  cards: RateCardVersionView[];
}
