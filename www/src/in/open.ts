// Texts are made of files in a worker of its own, so that the page answers meanwhile; loaded with the first of them.
import { unlessAborted } from "../aborted.ts";
import { FileError } from "./file-error.ts";
import type { Reply, Request, Source } from "./messages.ts";
import type { Opened, OpenerScript } from "./opener.ts";

/** Where the script is that makes texts: the page and the single file have their own. */
export interface Place {
  startWorker(): Worker | Promise<Worker>;
  /** The same script on this thread. */
  here(): Promise<OpenerScript>;
}

/** What there is to open: read when its turn has come, and once more where a worker has died of it. */
export type Sources = () => Source | Promise<Source>;

/** How long a worker may take to start, in milliseconds: its script may have to come over the network. */
const START_LIMIT = 10_000;

/** The worker is gone, or none starts. */
class Lost extends Error {
  override name = "Lost";
}

/**
 * Makes texts, one after another. What a worker dies of is opened on the page's thread, and the next in a fresh worker; where none
 * starts, all is opened on the page's thread.
 */
export class Opener {
  readonly #place: Place;
  #worker: Promise<Worker> | undefined;
  /** Ends what is with the worker. */
  #fail: ((reason: unknown) => void) | undefined;
  #startsNone = false;
  #nextId = 0;
  /** What was asked for last; the next waits for it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(place: Place) {
    this.#place = place;
  }

  /** The text of something. Rejects with a {@link FileError}, or with the signal's reason when that is aborted. */
  text(source: Sources, signal: AbortSignal = new AbortController().signal): Promise<string> {
    const text = this.#last.then(() => this.#text(source, signal));
    this.#last = text.catch(() => {});
    return unlessAborted(text, signal);
  }

  async #text(source: Sources, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const result = await this.#inWorker(await source(), signal).catch(async (thrown: unknown) => {
      if (!(thrown instanceof Lost)) throw thrown;
      // The bytes went with the worker.
      const again = await source();
      const { opened } = await this.#place.here();
      signal.throwIfAborted();
      return opened(again);
    });
    if ("problem" in result) throw new FileError(result.problem);
    return result.text;
  }

  async #inWorker(source: Source, signal: AbortSignal): Promise<Opened> {
    if (this.#startsNone) throw new Lost();
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    signal.throwIfAborted();
    const id = this.#nextId++;
    // Nothing else ends its work.
    const abort = (): void => this.#end(worker, signal.reason);
    signal.addEventListener("abort", abort);
    try {
      return await new Promise<Opened>((resolve, reject) => {
        this.#fail = reject;
        worker.onmessage = ({ data }: MessageEvent<Reply>) => {
          if (data.kind !== "ready" && data.id === id) resolve(data);
        };
        worker.postMessage({ ...source, id } satisfies Request, "bytes" in source ? [source.bytes] : []);
      });
    } finally {
      this.#fail = undefined;
      signal.removeEventListener("abort", abort);
    }
  }

  /** A worker whose script has run. */
  async #start(): Promise<Worker> {
    try {
      const worker = await this.#place.startWorker();
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => this.#end(worker, new Lost()), START_LIMIT);
        this.#fail = reject;
        worker.onmessage = () => {
          clearTimeout(timer);
          resolve();
        };
        worker.onmessageerror = () => this.#end(worker, new Lost());
        worker.onerror = (event) => {
          event.preventDefault();
          clearTimeout(timer);
          this.#end(worker, new Lost());
        };
      });
      return worker;
    } catch {
      this.#startsNone = true;
      throw new Lost();
    }
  }

  #end(worker: Worker, reason: unknown): void {
    worker.terminate();
    this.#worker = undefined;
    this.#fail?.(reason);
  }
}

/** What opens files, and what gives the words of pasted HTML: each has a worker, so that a paste does not wait for files. */
export function openersAt(place: Place): { files: Opener; richText(html: string): Promise<string> } {
  const pastes = new Opener(place);
  return { files: new Opener(place), richText: (html) => pastes.text(() => ({ kind: "rich", html })) };
}
