import { ApiProperty } from '@nestjs/swagger';
import { MoneyView } from '../../../platform/http/money.dto';
import { RAIL_KEYS, RAIL_MODES, type RailKey, type RailMode } from '../domain/rail';

/** A way of paying that is set up here. */
export class RailView {
  /** Its name. */
  @ApiProperty({ enum: RAIL_KEYS })
  key: RailKey;

  /** Least amount of a payout, by currency; less stays due and goes into a later batch. */
  @ApiProperty({ type: MoneyView, isArray: true })
  least: MoneyView[];
}

export class RailList {
  /** Whether real money moves. */
  @ApiProperty({ enum: RAIL_MODES })
  mode: RailMode;

  /** The one of batches and people that name none. */
  @ApiProperty({ enum: RAIL_KEYS })
  usual: RailKey;

  /** Those that can be drafted for. */
  @ApiProperty({ type: RailView, isArray: true })
  items: RailView[];
}
