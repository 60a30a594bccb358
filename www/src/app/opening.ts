// Files that are being opened, one after another, while the page goes on.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { unlessAborted } from "../aborted.ts";
import { FileError, type FileProblem } from "../in/file-error.ts";
import type { Opener } from "../in/open.ts";
import { sourceIn } from "../in/source.ts";

/** Opening that takes longer than this is shown as such, in milliseconds: a shorter one would only flicker. */
const PATIENCE = 300;

/** What came of some files. */
export interface Outcome {
  opened: { name: string; text: string }[];
  failed: { name: string; problem: FileProblem }[];
  /** The names of those that were not opened, because it was cancelled. */
  left: string[];
}

/** The file that is being opened now. */
export interface Underway {
  name: string;
  /** Which one it is, from 1. */
  number: number;
  count: number;
  /** When opening began, by `performance.now()`. */
  since: number;
}

const nothing = (): Outcome => ({ opened: [], failed: [], left: [] });

export class Opening implements ReactiveController {
  /** What is being opened, as soon as that takes long, until the host has seen what came of it. */
  shown: Underway | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #opener: () => Promise<Opener>;
  /** All that were given, until the last of them is opened. */
  #files: File[] = [];
  #outcome = nothing();
  #underway: Underway | null = null;
  #slow = false;
  #end = new AbortController();

  constructor(host: ReactiveControllerHost, opener: () => Promise<Opener>) {
    this.#host = host;
    this.#opener = opener;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  /** Whether files are being opened. */
  get busy(): boolean {
    return this.#underway !== null;
  }

  /** Opens files, and tells what came of them; nothing where others are being opened, which these then follow. */
  async open(files: readonly File[]): Promise<Outcome | null> {
    this.#files.push(...files);
    if (this.busy || files.length === 0) return null;
    this.#end = new AbortController();
    const { signal } = this.#end;
    const since = performance.now();
    const patience = setTimeout(() => {
      this.#slow = true;
      this.#show();
    }, PATIENCE);
    for (let at = 0; at < this.#files.length && !signal.aborted; at++) {
      const file = this.#files[at] as File;
      this.#underway = { name: file.name, number: at + 1, count: 0, since };
      this.#show();
      await this.#openOne(file, signal);
    }
    clearTimeout(patience);
    const outcome = this.#outcome;
    this.#files = [];
    this.#outcome = nothing();
    this.#underway = null;
    this.#slow = false;
    return outcome;
  }

  /** What has not been opened so far is not opened any more. */
  cancel(): void {
    const { opened, failed } = this.#outcome;
    this.#outcome.left = this.#files.slice(opened.length + failed.length).map(({ name }) => name);
    this.#end.abort();
  }

  /** Nothing shall come of what is being opened. */
  drop(): void {
    this.#end.abort();
    this.#outcome = nothing();
  }

  async #openOne(file: File, signal: AbortSignal): Promise<void> {
    const { name } = file;
    const { opened, failed } = this.#outcome;
    try {
      const opener = await unlessAborted(this.#opener(), signal);
      opened.push({ name, text: await opener.text(() => sourceIn(file), signal) });
    } catch (error) {
      if (!signal.aborted) failed.push({ name, problem: error instanceof FileError ? error.problem : "damaged" });
    }
  }

  #show(): void {
    this.shown = this.#slow && this.#underway ? { ...this.#underway, count: this.#files.length } : null;
    this.#host.requestUpdate();
  }
}
