import type { Scene, Stage } from '../stage';
import type { SceneName } from '../vocabulary';
import { cityScene } from './city';
import { cosmosScene } from './cosmos';
import { dunesScene } from './dunes';
import { flowScene } from './flow';
import { forestScene } from './forest';
import { mountainScene } from './mountain';
import { oceanScene } from './ocean';

export const SCENE_BUILDERS: Readonly<Record<SceneName, (stage: Stage) => Scene>> = {
  mountain: mountainScene,
  ocean: oceanScene,
  dunes: dunesScene,
  forest: forestScene,
  city: cityScene,
  cosmos: cosmosScene,
  flow: flowScene,
};
