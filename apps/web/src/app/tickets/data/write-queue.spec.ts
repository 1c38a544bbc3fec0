import { WriteQueue } from './write-queue';

const later = () => {
  let finish = (): void => undefined;
  const promise = new Promise<void>((resolve) => (finish = resolve));
  return { promise, finish };
};

describe('WriteQueue', () => {
  it('runs writes to one ticket one after the other', async () => {
    const queue = new WriteQueue();
    const first = later();
    const order: string[] = [];
    const one = queue.run(1, () => first.promise.then(() => order.push('one')));
    const two = queue.run(1, async () => order.push('two'));

    first.finish();
    await Promise.all([one, two]);

    expect(order).toEqual(['one', 'two']);
  });

  it('does not let one ticket wait for another', async () => {
    const queue = new WriteQueue();
    void queue.run(1, () => new Promise(() => undefined));

    expect(await queue.run(2, async () => 'done')).toBe('done');
  });

  it('goes on after a write that failed', async () => {
    const queue = new WriteQueue();
    const failing = queue.run(1, () => Promise.reject(new Error('no')));
    const next = queue.run(1, async () => 'done');

    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
