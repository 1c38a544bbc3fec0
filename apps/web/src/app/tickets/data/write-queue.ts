import { Service } from '@angular/core';

/** Writes to one ticket go out one after the other, so that each builds on the version that the last one made. */
@Service()
export class WriteQueue {
  private readonly tails = new Map<number, Promise<unknown>>();

  /** Runs the write after those that were queued for the same ticket before. */
  run<T>(id: number, write: () => Promise<T>): Promise<T> {
    const before = this.tails.get(id) ?? Promise.resolve();
    const result = before.then(write, write);
    this.tails.set(id, result);
    const forget = (): void => {
      if (this.tails.get(id) === result) this.tails.delete(id);
    };
    result.then(forget, forget);
    return result;
  }
}
