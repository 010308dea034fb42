import { archiveMoved, exportMoved, type ArchiveMoved, type ExportMoved } from '../../reports/contract';
import { READING } from './reading.templates';
import { templatesFor } from './templates';

const moved = (to: ExportMoved['to'], rows = 5): ExportMoved => ({
  exportId: 'exp_a',
  personId: 'per_a',
  reading: 'earnings',
  format: 'csv',
  verb: 'finish',
  from: 'running',
  to,
  rows,
});

test('whoever asked for a file is told when it is there, and when it cannot be written', () => {
  const [ready, ...more] = templatesFor(exportMoved.name, moved('ready'));
  expect(more).toEqual([]);
  expect(ready).toMatchObject({
    kind: 'export.ready',
    isMailed: false,
    words: { link: '/finance/exports/exp_a' },
  });
  expect(ready?.words.text).toContain('has 5 rows');
  expect(templatesFor(exportMoved.name, moved('ready', 1))[0]?.words.text).toContain('has 1 row.');
  expect(templatesFor(exportMoved.name, moved('failed'))).toMatchObject([{ kind: 'export.failed' }]);
  for (const to of ['queued', 'running', 'canceled', 'expired'] as const)
    expect(templatesFor(exportMoved.name, moved(to))).toEqual([]);
  expect(READING).toHaveLength(4);
});

const archive = (to: ArchiveMoved['to']): ArchiveMoved => ({
  archiveId: 'arc_a',
  personId: 'per_a',
  verb: 'finish',
  from: 'running',
  to,
  files: 12,
});

test('an artist is told by mail when everything of theirs is in one file, and when it cannot be', () => {
  const [ready, ...more] = templatesFor(archiveMoved.name, archive('ready'));
  expect(more).toEqual([]);
  expect(ready).toMatchObject({ kind: 'archive.ready', isMailed: true, words: { link: '/studio/archive' } });
  expect(ready?.words.text).toContain('12 files');
  expect(templatesFor(archiveMoved.name, archive('failed'))).toMatchObject([
    { kind: 'archive.failed', isMailed: true },
  ]);
  for (const to of ['queued', 'running', 'canceled', 'expired'] as const)
    expect(templatesFor(archiveMoved.name, archive(to))).toEqual([]);
});
