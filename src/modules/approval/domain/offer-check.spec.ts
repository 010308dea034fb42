import { offerFaults } from './offer-check';

const now = new Date('2026-05-05T12:00:00Z');
const whole = {
  title: 'Tide',
  rights: { ownsInputs: true, thirdPartyMaterial: 'none', likenesses: 'none', aiDisclosure: true },
  embargoUntil: null,
  wishedAt: null,
} as const;

describe('what is missing in an offer', () => {
  test('nothing, when everything is said', () => {
    expect(offerFaults(whole, now)).toEqual([]);
  });

  test('every part is named at once, in the order of the form, each with what to do', () => {
    const faults = offerFaults({ ...whole, title: ' ', rights: { likenesses: 'unconsented' } }, now, true);
    expect(faults.map(({ part }) => part)).toEqual([
      'generationId',
      'title',
      'rights.ownsInputs',
      'rights.thirdPartyMaterial',
      'rights.likenesses',
      'rights.aiDisclosure',
    ]);
    for (const { says } of faults) expect(says.length).toBeGreaterThan(10);
  });

  test('dates lie ahead, within a year, and a wish is not before the end of the embargo', () => {
    const codes = (change: object) => offerFaults({ ...whole, ...change }, now).map(({ code }) => code);
    const june = new Date('2026-06-01T00:00:00Z');
    const july = new Date('2026-07-01T00:00:00Z');
    expect(codes({ embargoUntil: now })).toEqual(['embargo_past']);
    expect(codes({ wishedAt: new Date('2027-06-01T00:00:00Z') })).toEqual(['wish_impossible']);
    expect(codes({ embargoUntil: july, wishedAt: june })).toEqual(['wish_impossible']);
    expect(codes({ embargoUntil: june, wishedAt: july })).toEqual([]);
  });
});
