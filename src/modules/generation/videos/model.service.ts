import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { generationRefusals } from '../contract';
import { namesOf } from '../domain/model-name';
import type { GenerationEntity } from '../generation.entity';
import { ProviderRegistry } from '../providers/registry.provider';
import type { ModelListView, ModelView } from './video.dto';
import { modelView } from './video.mapping';

/** The models of this installation under the names that clients of the `/v1` API use. */
@Injectable()
export class ModelService {
  constructor(private readonly providers: ProviderRegistry) {}

  /** Everything that a request may call its renderer by. */
  names(): string[] {
    return [...new Set(this.providers.providers().flatMap(namesOf))];
  }

  /** What made a clip, or what is to make it. */
  nameOf({ model, provider }: Pick<GenerationEntity, 'model' | 'provider'>): string {
    return model ?? this.providers.find(provider)?.model ?? provider;
  }

  list(): ModelListView {
    return { object: 'list', data: this.all() };
  }

  /** Refuses `no_model`. */
  get(id: string): ModelView {
    const found = this.all().find((model) => model.id === id);
    if (found === undefined) throw refusal(generationRefusals, 'no_model');
    return found;
  }

  private all(): ModelView[] {
    const byName = new Map(
      this.providers.providers().map((provider) => [provider.model, modelView(provider)]),
    );
    return [...byName.values()];
  }
}
