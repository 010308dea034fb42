import { missingRights } from './rights';

const whole = {
  ownsInputs: true,
  thirdPartyMaterial: 'none',
  likenesses: 'none',
  aiDisclosure: true,
} as const;

describe('rights statement', () => {
  test('a whole statement misses nothing', () => {
    expect(missingRights(whole)).toEqual([]);
    expect(missingRights({ ...whole, thirdPartyMaterial: 'licensed', likenesses: 'public_figure' })).toEqual(
      [],
    );
  });

  test('an empty one misses all four parts, in the order of the form', () => {
    expect(missingRights({})).toEqual(['ownsInputs', 'thirdPartyMaterial', 'likenesses', 'aiDisclosure']);
  });

  test('saying that a right is not there is as good as not saying it', () => {
    expect(missingRights({ ...whole, ownsInputs: false })).toEqual(['ownsInputs']);
    expect(missingRights({ ...whole, thirdPartyMaterial: 'unlicensed' })).toEqual(['thirdPartyMaterial']);
    expect(missingRights({ ...whole, likenesses: 'unconsented' })).toEqual(['likenesses']);
    expect(missingRights({ ...whole, aiDisclosure: false })).toEqual(['aiDisclosure']);
  });
});
