import type { MadeWith } from '../../generation';
import { sharePath } from '../domain/slug';
import type { WorkView } from './work.dto';
import type { WorkEntity } from './work.entity';

export function workView(work: WorkEntity, credit: string, madeWith: MadeWith | null): WorkView {
  const { id, slug, title, description, labels, audience, isListed } = work;
  return {
    id,
    slug,
    link: sharePath(slug),
    title,
    description,
    credit,
    labels,
    audience,
    madeWith,
    videoUrl: `/api/v1/works/${slug}/video`,
    posterUrl: `/api/v1/works/${slug}/poster`,
    isListed,
    publishedAt: work.publishedAt.toISOString(),
  };
}
