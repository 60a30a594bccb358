import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long work may hold the page before it is let breathe, in milliseconds. */
const SLICE = 12;

/**
 * Work that may take long, done a little at a time so that the page goes on answering. Its host is updated when it
 * is done; what fits into one slice is done at once.
 */
export class Slices<Result> implements ReactiveController {
  /** What the last work that was finished gave. */
  result: Result | undefined;
  busy = false;

  readonly #host: ReactiveControllerHost;
  #work: Generator<unknown, Result> | undefined;
  #finished: (() => void)[] = [];
  readonly #channel = new MessageChannel();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
    this.#channel.port1.onmessage = () => {
      if (this.#slice()) this.#host.requestUpdate();
    };
  }

  /** Begins work in place of what was under way. */
  begin(work: Generator<unknown, Result>): void {
    this.#work = work;
    this.busy = true;
    this.#slice();
  }

  /** When no work is under way. */
  async done(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.#finished.push(resolve));
    await this.#host.updateComplete;
  }

  hostDisconnected(): void {
    this.#work = undefined;
    this.#finish();
  }

  /** Whether the work was finished in this slice. */
  #slice(): boolean {
    const until = performance.now() + SLICE;
    while (this.#work) {
      const step = this.#work.next();
      if (step.done) {
        this.#work = undefined;
        this.result = step.value;
        this.#finish();
        return true;
      }
      if (performance.now() > until) {
        this.#channel.port2.postMessage(null);
        return false;
      }
    }
    return false;
  }

  #finish(): void {
    this.busy = false;
    for (const resolve of this.#finished.splice(0)) resolve();
  }
}

/** Does work that is made for slices a little at a time, for whom no host waits. */
export async function inSlices<Result>(work: Generator<unknown, Result>): Promise<Result> {
  const { port1, port2 } = new MessageChannel();
  for (;;) {
    for (const until = performance.now() + SLICE; performance.now() < until; ) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
}

/** Does work that is made for slices in one go. */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
