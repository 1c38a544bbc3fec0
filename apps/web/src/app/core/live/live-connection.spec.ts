import { TestBed } from '@angular/core/testing';
import { settle } from '../../../testing/backend';
import { AuthStore } from '../session/auth-store';
import { LiveConnection } from './live-connection';
import type { LiveMessage } from './live-news';

/** As much of an answer as is read. */
function answer(status: number, ...chunks: string[]) {
  const waiting = chunks.map((chunk) => ({ done: false, value: new TextEncoder().encode(chunk) }));
  const read = () => Promise.resolve(waiting.shift() ?? { done: true });
  return { status, ok: status < 300, body: { getReader: () => ({ read }) } };
}

function setUp(...answers: ReturnType<typeof answer>[]) {
  const asked: { authorization: string | null; lastId: string | null }[] = [];
  window.fetch = jest.fn((_url: string, { headers }: { headers: Headers }) => {
    asked.push({ authorization: headers.get('authorization'), lastId: headers.get('last-event-id') });
    return Promise.resolve(answers.shift());
  }) as unknown as typeof fetch;
  const refresh = jest.fn(() => Promise.resolve('token-2'));
  TestBed.configureTestingModule({
    providers: [{ provide: AuthStore, useValue: { accessToken: () => 'token-1', refresh } }],
  });
  const messages: LiveMessage[] = [];
  const read = (lastId: string | null = null) =>
    TestBed.inject(LiveConnection).read(
      lastId,
      (message) => messages.push(message),
      new AbortController().signal,
    );
  return { asked, refresh, messages, read };
}

describe('LiveConnection', () => {
  it('reads messages until the stream ends, from where it was', async () => {
    const { asked, messages, read } = setUp(answer(200, 'id: b\n', '\nid: c\nevent: reset\ndata: {}\n\n'));
    await read('a');
    expect(asked).toEqual([{ authorization: 'Bearer token-1', lastId: 'a' }]);
    expect(messages).toEqual([
      { id: 'b', news: null },
      { id: 'c', news: { event: 'reset' } },
    ]);
  });

  it('refreshes an expired token once', async () => {
    const { asked, refresh, read } = setUp(answer(401), answer(200));
    await read();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('fails when the server does not want it', async () => {
    const { read } = setUp(answer(503));
    await expect(read()).rejects.toThrow('503');
    await settle();
  });
});
