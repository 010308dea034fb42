import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { PeopleService } from '../../access';
import { SharingPolicyService } from '../policy/policy.service';
import { ComparableService } from '../submissions/comparable.service';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { SubmissionDetail } from '../submissions/submission-view.dto';
import type { StatementInput } from '../submissions/submission.dto';
import { ConflictRepository } from './conflict.repository';
import { NoteService } from './note.service';

/** Not decided yet: whose it is stays hidden where the policy is blind. */
const UNDECIDED: readonly string[] = ['submitted', 'in_review', 'escalated', 'changes_requested'];

type Insight = Pick<
  SubmissionDetail,
  'author' | 'coAuthors' | 'isBlind' | 'notes' | 'stance' | 'proposal' | 'others' | 'assignee'
> & { readonly isDeclared: boolean };

/** What depends on who reads: the artist's name, notes, conflicts, the artist's own word. */
@Injectable()
export class InsightService {
  constructor(
    private readonly people: PeopleService,
    private readonly policies: SharingPolicyService,
    private readonly submissions: SubmissionRepository,
    private readonly conflicts: ConflictRepository,
    private readonly notes: NoteService,
    private readonly comparables: ComparableService,
  ) {}

  async of(row: SubmissionEntity, reader: Actor): Promise<Insight> {
    const isArtist = row.personId === reader.id;
    const [policy, authors, conflicts, notes, stance, others] = await Promise.all([
      this.policies.at(row.policyVersion),
      this.people.cards([row.personId, ...(row.assignedTo === null ? [] : [row.assignedTo])]),
      this.conflicts.of(reader.id),
      this.notes.of(row, reader.id),
      isArtist ? this.submissions.findStance(row.id) : null,
      isArtist ? [] : this.comparables.of(row),
    ]);
    const isBlind = !isArtist && policy.isBlind && UNDECIDED.includes(row.state);
    const proposal =
      isArtist || row.proposal === null || !UNDECIDED.includes(row.state)
        ? null
        : { note: row.proposal.note, statement: row.proposal.statement as StatementInput | null };
    return {
      author: isBlind ? null : { id: row.personId, name: authors.get(row.personId)?.name ?? '' },
      coAuthors: isBlind ? [] : row.coAuthors,
      isBlind,
      notes,
      stance,
      proposal,
      assignee: isArtist || row.assignedTo === null ? null : (authors.get(row.assignedTo)?.name ?? null),
      others,
      isDeclared: conflicts.includes(row.personId),
    };
  }
}
