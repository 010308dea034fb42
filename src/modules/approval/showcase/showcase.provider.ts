import { WorkConsentController } from './consent.controller';
import { WorkConsentRepository } from './consent.repository';
import { WorkConsentsService } from './consent.service';
import { FillingService } from './filling.service';
import { LicenceController } from './licence.controller';
import { LicenceRepository } from './licence.repository';
import { LicencesService } from './licence.service';
import { LicenceViewsService } from './licence-view.service';
import { LicensingService } from './licensing.service';
import { UsePriceService } from './price.service';
import { RoundRepository } from './round.repository';
import { RoundsService } from './round.service';
import { ShowcaseController } from './showcase.controller';
import { ShowcaseService } from './showcase.service';

/** The parts of the showcase, for the module. */
export const SHOWCASE_CONTROLLERS = [ShowcaseController, WorkConsentController, LicenceController];

export const SHOWCASE_PROVIDERS = [
  WorkConsentRepository,
  LicenceRepository,
  RoundRepository,
  UsePriceService,
  LicensingService,
  LicencesService,
  LicenceViewsService,
  WorkConsentsService,
  FillingService,
  RoundsService,
  ShowcaseService,
];
