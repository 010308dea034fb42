import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { AuditService } from '../../audit';
import { generationRefusals } from '../contract';
import { nearestWord } from '../domain/nearest';
import { looksFaults, NO_STYLE, type StyleLooks } from '../domain/style';
import { styleWorkflow } from '../domain/style.workflow';
import { ProviderRegistry } from '../providers/registry.provider';
import type { NewStyleBody, StyleChange, StyleVersionView } from './style.dto';
import type { StyleEntity } from './style.entity';
import { StyleRepository } from './style.repository';

export const BUILT_IN_VENDORS = ['procedural', 'openai', 'comfyui', 'fal', 'replicate', 'runway'] as const;

/** Style presets: a draft is written, published for good, and retired. */
@Injectable()
export class StyleService {
  private readonly published: Fresh<readonly StyleEntity[]>;

  constructor(
    private readonly db: Database,
    private readonly styles: StyleRepository,
    private readonly providers: ProviderRegistry,
    private readonly audit: AuditService,
  ) {
    this.published = new Fresh(
      db.changes,
      'generation_styles',
      async () => new Map([['all', await this.readPublished()]]),
    );
  }

  /** The version a request means; `null` for `none`. Refuses `no_style`. */
  async resolve(key: string, version: number | null): Promise<StyleEntity | null> {
    if (key === NO_STYLE) return null;
    const all = await this.listPublished();
    const found = all.find((style) => style.key === key && (version === null || style.version === version));
    if (found !== undefined) return found;
    const styles = [...new Set(all.map((style) => style.key))];
    const nearest = nearestWord([NO_STYLE, ...styles], key);
    throw refusal(generationRefusals, 'no_style', { field: 'style', styles, nearest });
  }

  /** Newest of each key first; at most a second old. */
  async listPublished(): Promise<readonly StyleEntity[]> {
    return (await this.published.get('all')) ?? [];
  }

  async listAll(actor: Actor): Promise<StyleVersionView[]> {
    return (await this.styles.list()).map((style) => versionView(style, actor));
  }

  /** A draft: of a new style, or of the next version of one. Refuses `bad_style`, `style_draft_exists`. */
  async create(actor: Actor, { key, ...body }: NewStyleBody): Promise<StyleVersionView> {
    const looks = this.looksOf(body);
    return this.db.tx(async (tx) => {
      const versions = await this.styles.lockKey(tx, key);
      if (versions.some(({ state }) => state === 'draft'))
        throw refusal(generationRefusals, 'style_draft_exists');
      const version = 1 + Math.max(0, ...versions.map((one) => one.version));
      const style = { ...body, looks, id: newId('sty'), key, version, createdBy: actor.id };
      await this.styles.insert(tx, style);
      await this.audit.record(tx, actor, 'style.draft', style.id, { key, version });
      return versionView({ ...style, state: 'draft', createdAt: new Date(), updatedAt: new Date() }, actor);
    });
  }

  /** Changes a draft. Refuses `not_found`, `style_published`, `bad_style`. */
  async change(actor: Actor, id: string, body: StyleChange): Promise<StyleVersionView> {
    const looks = this.looksOf(body);
    return this.db.tx(async (tx) => {
      const style = await this.styles.lock(tx, id);
      if (style === null) throw refusal(generationRefusals, 'not_found');
      if (style.state !== 'draft') throw refusal(generationRefusals, 'style_published');
      const { name, description } = body;
      await this.styles.change(tx, id, { name, description, looks });
      return versionView({ ...style, name, description, looks, updatedAt: new Date() }, actor);
    });
  }

  /** Publishes a draft for good, or offers a version no longer. Refuses `not_found`, `wrong_state`. */
  async act(actor: Actor, id: string, verb: 'publish' | 'retire'): Promise<StyleVersionView> {
    return this.db.tx(async (tx) => {
      const style = await this.styles.lock(tx, id);
      if (style === null) throw refusal(generationRefusals, 'not_found');
      const decision = decide(styleWorkflow, style.state, verb, actor, {});
      if (decision.kind === 'refused')
        throw refusedMove(generationRefusals, decision.code, styleWorkflow, style.state, verb);
      if (decision.kind === 'already') return versionView(style, actor);
      await this.styles.move(tx, { id, verb, from: style.state, to: decision.to, actor });
      await this.audit.record(tx, actor, `style.${verb}`, id, { key: style.key, version: style.version });
      tx.afterCommit(() => this.published.clear());
      return versionView({ ...style, state: decision.to }, actor);
    });
  }

  private async readPublished(): Promise<readonly StyleEntity[]> {
    return (await this.styles.list()).filter(({ state }) => state === 'published');
  }

  private looksOf({ looks }: StyleChange): StyleLooks {
    const known = [
      ...new Set([...BUILT_IN_VENDORS, ...this.providers.all().map(({ provider }) => provider.key)]),
    ];
    const faults = looksFaults(looks, known);
    if (faults.length > 0)
      throw refusal(generationRefusals, 'bad_style', { fields: [{ field: 'looks', faults }] });
    return looks as StyleLooks;
  }
}

function versionView(style: StyleEntity, actor: Actor): StyleVersionView {
  const { id, key, version, name, description, looks, state, updatedAt } = style;
  const verbs: string[] = available(styleWorkflow, state, actor, {});
  return {
    id,
    key,
    version,
    name,
    description,
    looks: { ...looks },
    state,
    updatedAt: updatedAt.toISOString(),
    available: state === 'draft' ? ['change', ...verbs] : verbs,
  };
}
