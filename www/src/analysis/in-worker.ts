import { type AnalyzeOptions, type CleanOptions, type Jiyao, JiyaoError, optionsOf } from "./jiyao.ts";
import type { Reply, Request, Task } from "./messages.ts";
import type { Analysis, CleanText, PersonalLexicon } from "./model.ts";
import { joined } from "./pieces.ts";

/** How long a worker may take to start, in milliseconds: its script may have to come over the network. */
const START_LIMIT = 10_000;

/** A call that waits for its result. */
interface Call {
  id: number;
  task: Task;
  options: AnalyzeOptions;
  resolve: (result: Analysis | CleanText) => void;
  reject: (reason: unknown) => void;
  /** What has come of an analysis. */
  analysis?: Analysis;
  /** A worker died of it, or beside it. */
  retried?: boolean;
}

/**
 * Reads in a worker. One call is with the worker, the others wait for it. A worker that dies is replaced and given the
 * call once more; one whose call is aborted is replaced too, since nothing else ends a reading.
 */
export class WorkerJiyao implements Jiyao {
  readonly thread = "worker";
  readonly #module: WebAssembly.Module;
  readonly #startWorker: () => Worker;
  readonly #lexicon: PersonalLexicon | undefined;
  readonly #calls: Call[] = [];
  #worker: Worker | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  #started: ((whether: boolean) => void) | undefined;
  /** The call that is with the worker. */
  #running: Call | undefined;
  #nextId = 0;
  #disposed = false;

  constructor(module: WebAssembly.Module, startWorker: () => Worker, lexicon: PersonalLexicon | undefined) {
    this.#module = module;
    this.#startWorker = startWorker;
    this.#lexicon = lexicon;
  }

  /** Whether a worker starts here. */
  starts(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#started = resolve;
      this.#start();
    });
  }

  async analyze(text: string, options?: AnalyzeOptions): Promise<Analysis> {
    const given = optionsOf(options);
    return this.#call({ do: "analyze", text, lexicon: given.lexicon ?? this.#lexicon }, given) as Promise<Analysis>;
  }

  async clean(text: string, options?: CleanOptions): Promise<CleanText> {
    return this.#call({ do: "clean", text }, optionsOf(options)) as Promise<CleanText>;
  }

  dispose(): void {
    this.#disposed = true;
    this.#end();
    this.#running = undefined;
    for (const { reject } of this.#calls.splice(0)) reject(new JiyaoError("disposed", "dispose() was called"));
  }

  #call(task: Task, options: AnalyzeOptions): Promise<Analysis | CleanText> {
    return new Promise((resolve, reject) => {
      if (this.#disposed) throw new JiyaoError("disposed", "dispose() was called");
      options.signal?.throwIfAborted();
      const call: Call = { id: this.#nextId++, task, options, resolve, reject };
      const abort = (): void => this.#abort(call);
      call.resolve = (result) => {
        options.signal?.removeEventListener("abort", abort);
        resolve(result);
      };
      call.reject = (reason) => {
        options.signal?.removeEventListener("abort", abort);
        reject(reason);
      };
      options.signal?.addEventListener("abort", abort);
      this.#calls.push(call);
      this.#sendNext();
    });
  }

  /** Gives the worker the first call that waits. */
  #sendNext(): void {
    const [call] = this.#calls;
    if (this.#running || !call) return;
    if (!this.#worker) this.#start();
    // Where no worker could be started, the call has met its end already.
    if (!this.#worker || this.#running) return;
    this.#running = call;
    try {
      this.#worker.postMessage({ ...call.task, id: call.id } satisfies Request);
    } catch (reason) {
      // What cannot be copied to a worker is no lexicon.
      this.#settle(call, () => call.reject(new JiyaoError("invalid-argument", String(reason), { cause: reason })));
    }
  }

  #start(): void {
    try {
      const worker = this.#startWorker();
      this.#worker = worker;
      worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#receive(data);
      worker.onmessageerror = () => this.#lose("a reply could not be read");
      worker.onerror = (event) => {
        event.preventDefault();
        this.#lose(event.message || "it could not be started");
      };
      worker.postMessage({ do: "start", module: this.#module } satisfies Request);
      this.#startTimer = setTimeout(() => this.#lose("it did not start in time"), START_LIMIT);
    } catch (reason) {
      this.#lose(String(reason));
    }
  }

  #receive(reply: Reply): void {
    if (reply.kind === "ready") {
      clearTimeout(this.#startTimer);
      this.#tellStarted(true);
      return;
    }
    if (reply.kind === "broken") {
      this.#lose(reply.message);
      return;
    }
    const call = this.#running;
    if (call?.id !== reply.id) return;
    if (reply.kind === "progress") this.#progress(call, reply.done);
    else if (reply.kind === "piece") call.analysis = joined(call.analysis, reply.piece);
    else if (reply.kind === "done") this.#settle(call, () => call.resolve(call.analysis as Analysis));
    else if (reply.kind === "clean") this.#settle(call, () => call.resolve(reply.clean));
    else this.#settle(call, () => call.reject(new JiyaoError(reply.code, reply.message)));
  }

  #progress(call: Call, done: number): void {
    try {
      call.options.onProgress?.(done);
    } catch (reason) {
      this.#drop(call, reason);
    }
  }

  #abort(call: Call): void {
    this.#drop(call, call.options.signal?.reason);
  }

  /** Ends a call before it has a result. */
  #drop(call: Call, reason: unknown): void {
    if (this.#running === call) this.#end();
    this.#settle(call, () => call.reject(reason));
  }

  #settle(call: Call, tell: () => void): void {
    if (this.#running === call) this.#running = undefined;
    const at = this.#calls.indexOf(call);
    if (at >= 0) this.#calls.splice(at, 1);
    tell();
    this.#sendNext();
  }

  /** The worker is gone: whatever was with it goes to a fresh one, once. */
  #lose(reason: string): void {
    this.#end();
    if (this.#started) {
      this.#tellStarted(false);
      return;
    }
    const call = this.#running ?? this.#calls[0];
    this.#running = undefined;
    if (!call) return;
    if (call.retried) {
      this.#settle(call, () => call.reject(new JiyaoError("worker-lost", `the worker was lost: ${reason}`)));
      return;
    }
    call.retried = true;
    delete call.analysis;
    this.#sendNext();
  }

  #tellStarted(whether: boolean): void {
    this.#started?.(whether);
    this.#started = undefined;
  }

  #end(): void {
    clearTimeout(this.#startTimer);
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
