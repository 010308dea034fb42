import { licenceGranted, type LicenceGranted } from '../../approval/contract';
import { templatesFor } from './templates';

const licence = (use: 'showcase' | 'press'): LicenceGranted => ({
  personId: 'per_a',
  programId: 'prg_a',
  licenceId: 'lic_a',
  workId: 'wrk_a',
  use,
  rateItem: use === 'showcase' ? 'showcase.licence' : 'licence.press',
  roundId: use === 'showcase' ? 'shr_a' : null,
  purpose: 'A portrait in a magazine',
  title: 'Harbour',
  endsAt: '2027-01-01T00:00:00.000Z',
});

test.each([
  ['showcase', 'licence.showcase', 'Your work is in the showcase'],
  ['press', 'licence.granted', 'A licence for your work was granted'],
] as const)('an artist is told by mail of a licence for %s', (use, kind, title) => {
  const told = templatesFor(licenceGranted.name, licence(use));
  expect(told).toMatchObject([{ kind, isMailed: true, words: { title } }]);
});
