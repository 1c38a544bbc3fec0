import { PausableTimer } from './pausable-timer';

describe('PausableTimer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes on with what was left after it was held', () => {
    const run = jest.fn();
    const timer = new PausableTimer(run, 1_000);
    jest.advanceTimersByTime(700);
    timer.hold();
    jest.advanceTimersByTime(60_000);
    timer.release();
    jest.advanceTimersByTime(299);
    expect(run).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('waits for the last of many who hold it', () => {
    const run = jest.fn();
    const timer = new PausableTimer(run, 1_000);
    timer.hold();
    timer.hold();
    timer.release();
    jest.advanceTimersByTime(5_000);
    expect(run).not.toHaveBeenCalled();
  });

  it('does not run after it was stopped', () => {
    const run = jest.fn();
    new PausableTimer(run, 1_000).stop();
    jest.advanceTimersByTime(5_000);
    expect(run).not.toHaveBeenCalled();
  });
});
