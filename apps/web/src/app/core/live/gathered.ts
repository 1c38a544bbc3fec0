/**
 * Turns many calls into few: the first one waits a moment for others, and after each run there is rest. What comes
 * meanwhile is in the next run; nothing is dropped.
 */
export function gathered<T>(
  run: (items: readonly T[]) => void,
  { waitMs, restMs }: { waitMs: number; restMs: number },
): (item: T) => void {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsUntil = 0;
  return (item) => {
    waiting.push(item);
    timer ??= setTimeout(
      () => {
        const items = waiting;
        waiting = [];
        timer = undefined;
        restsUntil = Date.now() + restMs;
        run(items);
      },
      Math.max(waitMs, restsUntil - Date.now()),
    );
  };
}
