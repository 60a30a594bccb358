import { type Analyzer, AnalyzerLost, type Reading, Superseded } from "./analyzer.ts";
import type { Reply, Request } from "./messages.ts";
import type { Analysis } from "./model.ts";
import { joined } from "./pieces.ts";

interface Waiting {
  id: number;
  reading: Reading;
  resolve: (analysis: Analysis) => void;
  reject: (error: unknown) => void;
  /** What has come of the analysis. */
  analysis?: Analysis;
}

const startWorker = (): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "jiyao" });

/** How long a worker may take to start, in milliseconds: the wasm has to come over the network. */
const START_LIMIT = 20_000;

/**
 * Reads in a worker. At most one request is with the worker and the newest one waits for it: what was typed in
 * between is never read. A worker that dies is replaced at the next request, one whose reading is aborted at once.
 */
export class WorkerAnalyzer implements Analyzer {
  #worker: Worker | undefined;
  #nextId = 0;
  #running: Waiting | undefined;
  #queued: (Waiting & { text: string }) | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;

  /** Whether a worker ever said that it is ready: if not, this browser may have no workers at all. */
  everReady = false;

  analyze(text: string, reading: Reading = {}): Promise<Analysis> {
    return new Promise((resolve, reject) => {
      reading.signal?.throwIfAborted();
      this.#queued?.reject(new Superseded("a newer text was given"));
      const id = this.#nextId++;
      this.#queued = { id, reading, text, resolve, reject };
      reading.signal?.addEventListener("abort", () => this.#abort(id), { once: true });
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
      const lexicon = waiting.reading.lexicon ?? null;
      this.#worker.postMessage({ id: waiting.id, text, lexicon } satisfies Request);
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
    if (reply.kind === "progress") {
      waiting.reading.progress?.(reply.done);
      return;
    }
    if (reply.kind === "piece") {
      waiting.analysis = joined(waiting.analysis, reply.piece);
      return;
    }
    this.#running = undefined;
    if (reply.kind === "error") waiting.reject(Object.assign(new Error(reply.message), { code: reply.code }));
    else if (this.#queued || !waiting.analysis) waiting.reject(new Superseded("a newer text was given"));
    else waiting.resolve(waiting.analysis);
    this.#sendNext();
  }

  /** A reading that is under way can be ended only with its worker. */
  #abort(id: number): void {
    if (this.#queued?.id === id) {
      this.#queued.reject(this.#queued.reading.signal?.reason);
      this.#queued = undefined;
    }
    if (this.#running?.id !== id) return;
    this.#running.reject(this.#running.reading.signal?.reason);
    this.#running = undefined;
    this.#end();
    this.#worker = this.#start();
    this.#sendNext();
  }

  /** Gives the worker up; whoever waits is told. The next request starts a new worker. */
  #lose(error: AnalyzerLost): void {
    this.#end();
    const waiting = [this.#running, this.#queued];
    this.#running = this.#queued = undefined;
    for (const one of waiting) one?.reject(error);
  }

  #end(): void {
    clearTimeout(this.#startTimer);
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
