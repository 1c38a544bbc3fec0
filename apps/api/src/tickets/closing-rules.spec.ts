import {
  closesAt,
  closeWhatWasResolvedBy,
  closingRules,
  warnedBy,
  warnWhatWasResolvedBy,
} from './closing-rules.js';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const rulesOf = (days: number, warning: number) =>
  closingRules({ AUTO_CLOSE_DAYS: days, AUTO_CLOSE_WARNING_DAYS: warning })!;

describe('resolved tickets', () => {
  it('never close by themselves after 0 days', () =>
    expect(closingRules({ AUTO_CLOSE_DAYS: 0, AUTO_CLOSE_WARNING_DAYS: 2 })).toBeUndefined());
  it('close 7 days after their resolution, 2 days after their warning', () => {
    const rules = rulesOf(7, 2);
    expect(warnWhatWasResolvedBy(rules, day(20))).toEqual(day(15));
    expect(closeWhatWasResolvedBy(rules, day(20))).toEqual(day(13));
    expect(warnedBy(rules, day(20))).toEqual(day(18));
  });
  it('without a warning close when their days are over', () =>
    expect(warnedBy(rulesOf(7, 0), day(20))).toBeNull());
  it('are warned about at once when the warning takes longer than all their days', () =>
    expect(warnWhatWasResolvedBy(rulesOf(1, 2), day(20))).toEqual(day(20)));
});

describe('the moment that a warning names', () => {
  it('is that of the rule when the warning comes in time', () =>
    expect(closesAt(rulesOf(7, 2), day(10), day(15))).toEqual(day(17)));
  it('is a whole warning later when it comes late', () =>
    expect(closesAt(rulesOf(7, 2), day(1), day(15))).toEqual(day(17)));
  it('is a whole warning later when that takes longer than all days', () =>
    expect(closesAt(rulesOf(1, 2), day(15), day(15))).toEqual(day(17)));
});
