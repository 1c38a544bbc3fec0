import { TestBed } from '@angular/core/testing';
import { TabLock } from './tab-lock';

describe('TabLock', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'locks'));

  it('works under the lock of the browser', async () => {
    const request = jest.fn((_name: string, work: () => Promise<string>) => work());
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });

    expect(await TestBed.inject(TabLock).run(async () => 'done')).toBe('done');
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('works without one where the browser has none', async () => {
    expect(await TestBed.inject(TabLock).run(async () => 'done')).toBe('done');
  });
});
