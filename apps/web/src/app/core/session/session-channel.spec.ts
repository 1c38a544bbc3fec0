import { TestBed } from '@angular/core/testing';
import { SessionChannel } from './session-channel';

class FakeChannel extends EventTarget {
  static readonly all: FakeChannel[] = [];
  readonly sent: unknown[] = [];

  constructor(readonly name: string) {
    super();
    FakeChannel.all.push(this);
  }

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  close(): void {
    FakeChannel.all.splice(0);
  }
}

describe('SessionChannel', () => {
  beforeEach(() =>
    Object.defineProperty(window, 'BroadcastChannel', { value: FakeChannel, configurable: true }),
  );
  afterEach(() => Reflect.deleteProperty(window, 'BroadcastChannel'));

  it('tells the other tabs about a sign-out', () => {
    TestBed.inject(SessionChannel).announceSignOut();

    expect(FakeChannel.all[0]?.sent).toEqual(['signed-out']);
  });

  it('hears a sign-out, and nothing else', () => {
    const heard = jest.fn();
    TestBed.inject(SessionChannel).onSignOut(heard);

    FakeChannel.all[0]?.dispatchEvent(new MessageEvent('message', { data: 'weather' }));
    expect(heard).not.toHaveBeenCalled();

    FakeChannel.all[0]?.dispatchEvent(new MessageEvent('message', { data: 'signed-out' }));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
