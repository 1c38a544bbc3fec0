/** Runs something after a time that stands still while anybody holds it. */
export class PausableTimer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private startedAt = 0;
  private holders = 0;

  constructor(
    private readonly run: () => void,
    private left: number,
  ) {
    this.start();
  }

  /** Time stands still until as many have released it as hold it. */
  hold(): void {
    this.holders += 1;
    if (this.holders > 1) return;
    this.stop();
    this.left -= Date.now() - this.startedAt;
  }

  /** Time goes on, with what was left of it. */
  release(): void {
    this.holders -= 1;
    if (this.holders === 0) this.start();
  }

  /** It will not run any more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private start(): void {
    this.startedAt = Date.now();
    this.timer = setTimeout(this.run, Math.max(0, this.left));
  }
}
