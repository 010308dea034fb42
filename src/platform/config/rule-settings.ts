import { IsInt, Max, Min } from 'class-validator';
import { Env } from './env';
import { VendorSettings } from './vendor-settings';

/** How often the programme looks at its own decisions. */
export abstract class RuleSettings extends VendorSettings {
  @Env(
    'ATELIER_SECOND_LOOK_SHARE',
    'Percent of all adverse decisions that get a second look by chance, beside those that must have one.',
    '5',
  )
  @IsInt()
  @Min(0)
  @Max(100)
  secondLookShare: number = 5;
}
