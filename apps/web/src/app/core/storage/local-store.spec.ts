import { TestBed } from '@angular/core/testing';
import { LocalStore } from './local-store';

describe('LocalStore', () => {
  beforeEach(() => localStorage.clear());

  it('keeps, reads and forgets', () => {
    const store = TestBed.inject(LocalStore);
    store.write('key', 'value');
    expect(store.read('key')).toBe('value');
    store.remove('key');
    expect(store.read('key')).toBeNull();
  });

  it('survives a full storage', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => TestBed.inject(LocalStore).write('key', 'value')).not.toThrow();
  });

  it('survives a storage that may not be touched', () => {
    const spy = jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(TestBed.inject(LocalStore).read('key')).toBeNull();
    spy.mockRestore();
  });
});
