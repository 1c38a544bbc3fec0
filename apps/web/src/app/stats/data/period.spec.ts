import { convertToParamMap } from '@angular/router';
import { periodFromUrl, periodProblem, presetsOf } from './period';

const TODAY = '2026-11-25';
const USUAL = { from: '2026-10-27', to: TODAY };
const read = (params: Record<string, string>) => periodFromUrl(convertToParamMap(params), TODAY);

describe('the period in the URL', () => {
  it('is the last 30 days without one', () => expect(read({})).toEqual(USUAL));

  it('is what stands there', () =>
    expect(read({ from: '2026-02-28', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-03-01' }));

  it.each([
    [{ from: '2026-11-01' }],
    [{ from: 'yesterday', to: TODAY }],
    [{ from: '2026-02-30', to: '2026-03-05' }],
    [{ from: '2026-11-20', to: '2026-11-19' }],
    [{ from: '2020-01-01', to: TODAY }],
  ])('is the usual one when %j is none', (params) => expect(read(params)).toEqual(USUAL));
});

describe('what keeps two days from being a period', () => {
  it.each([
    [{ from: '', to: TODAY }, 'Fill in both days.'],
    [{ from: '2026-11-26', to: TODAY }, 'The first day must not be after the last.'],
    [{ from: '2025-11-24', to: TODAY }, 'A period has at most 366 days.'],
    [{ from: '2025-11-25', to: TODAY }, null],
    [{ from: TODAY, to: TODAY }, null],
  ])('in %j: %s', (period, problem) => expect(periodProblem(period)).toBe(problem));
});

describe('the periods offered', () => {
  it('end today', () =>
    expect(presetsOf(TODAY).map(({ label, link }) => [label, link])).toEqual([
      ['Last 7 days', { from: '2026-11-19', to: TODAY }],
      ['Last 30 days', {}],
      ['Last 90 days', { from: '2026-08-28', to: TODAY }],
      ['This month', { from: '2026-11-01', to: TODAY }],
    ]));
});
