import { type Analyzer, AnalyzerLost, Superseded } from "./analyzer.ts";
import type { Reply, Request } from "./messages.ts";
import type { Analysis } from "./model.ts";

interface Waiting {
  id: number;
  resolve: (analysis: Analysis) => void;
  reject: (error: Error) => void;
}

const startWorker = (): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "jiyao" });

/** How long a worker may take to start, in milliseconds: the wasm has to come over the network. */
const START_LIMIT = 20_000;

/**
 * Reads in a worker. At most one request is with the worker and the newest one waits for it: what was typed in
 * between is never read. A worker that dies is replaced at the next request.
 */
export class WorkerAnalyzer implements Analyzer {
  #worker: Worker | undefined;
  #nextId = 0;
  #running: Waiting | undefined;
  #queued: (Waiting & { text: string }) | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;

  /** Whether a worker ever said that it is ready: if not, this browser may have no workers at all. */
  everReady = false;

  analyze(text: string): Promise<Analysis> {
    return new Promise((resolve, reject) => {
      this.#queued?.reject(new Superseded("a newer text was given"));
      this.#queued = { id: this.#nextId++, text, resolve, reject };
      this.#sendNext();
    });
  }

  dispose(): void {
    this.#lose(new AnalyzerLost("disposed"));
  }

  #sendNext(): void {
    if (this.#running || !this.#queued) return;
    const { text, ...waiting } = this.#queued;
    this.#queued = undefined;
    this.#running = waiting;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id: waiting.id, text } satisfies Request);
    } catch (error) {
      this.#lose(new AnalyzerLost(`no worker: ${String(error)}`));
    }
  }

  #start(): Worker {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(new AnalyzerLost(event.message || "the worker failed"));
    };
    worker.onmessageerror = () => this.#lose(new AnalyzerLost("a reply could not be read"));
    this.#startTimer = setTimeout(() => this.#lose(new AnalyzerLost("the worker did not start in time")), START_LIMIT);
    return worker;
  }

  #receive(reply: Reply): void {
    if (reply.kind === "ready") {
      clearTimeout(this.#startTimer);
      this.everReady = true;
      return;
    }
    if (reply.kind === "broken") {
      this.#lose(new AnalyzerLost(reply.message));
      return;
    }
    const waiting = this.#running;
    if (!waiting || waiting.id !== reply.id) return;
    this.#running = undefined;
    if (reply.kind === "analysis") {
      if (this.#queued) waiting.reject(new Superseded("a newer text was given"));
      else waiting.resolve(reply.analysis);
    } else {
      waiting.reject(Object.assign(new Error(reply.message), { code: reply.code }));
    }
    this.#sendNext();
  }

  /** Gives the worker up; whoever waits is told. The next request starts a new worker. */
  #lose(error: AnalyzerLost): void {
    clearTimeout(this.#startTimer);
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [this.#running, this.#queued];
    this.#running = this.#queued = undefined;
    for (const one of waiting) one?.reject(error);
  }
}
