import { PRICES } from '../../quota';
import { BUILT_IN_VENDORS } from '../styles/style.service';

describe('the newest price table', () => {
  it('says of every built-in provider what it costs', () => {
    expect(Object.keys(PRICES.at(-1)?.providerPercent ?? {}).toSorted()).toEqual(
      [...BUILT_IN_VENDORS].toSorted(),
    );
  });
});
