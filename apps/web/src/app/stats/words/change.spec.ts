import { changeOf, scoreChangeOf } from './change';

describe('a number against the one before', () => {
  it.each([
    [112, 100, 'down', '+12 %', 'worse'],
    [112, 100, 'up', '+12 %', 'better'],
    [88, 100, 'down', '−12 %', 'better'],
    [88, 100, null, '−12 %', 'neutral'],
    [100, 100, 'down', 'No change', 'neutral'],
    [1_001, 1_000, 'down', '+<1 %', 'worse'],
    [3, 0, 'down', '+3', 'worse'],
  ] as const)('%d after %d, wished %s, is %s: %s', (value, previous, wish, text, verdict) =>
    expect(changeOf(value, previous, wish)).toMatchObject({ text, verdict }),
  );

  it('is told from nothing by nothing', () => {
    expect(changeOf(3, null, 'down')).toBeNull();
    expect(changeOf(null, 3, 'down')).toBeNull();
    expect(scoreChangeOf(4, null)).toBeNull();
  });

  it('is told in points for scores', () => {
    expect(scoreChangeOf(4.25, 4.5)).toMatchObject({ text: '−0.25', verdict: 'worse' });
    expect(scoreChangeOf(4.5, 4.2)).toMatchObject({ text: '+0.3', verdict: 'better' });
  });
});
