// The compiled wasm module. It is fetched and compiled once on a page, however many ask for it.
import { JiyaoError, type LoadOptions } from "./jiyao.ts";

export type Source = NonNullable<LoadOptions["module_or_path"]>;

/** The modules that were asked for by their address; one that could not be had is asked for again. */
const byAddress = new Map<string, Promise<WebAssembly.Module>>();

/** Fetches what is an address, and compiles what is not. */
export function moduleFrom(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return Promise.resolve(source);
  if (typeof source !== "string" && !(source instanceof URL)) return compiled(source);
  const address = String(source);
  const known = byAddress.get(address);
  if (known) return known;
  const module = compiled(address);
  byAddress.set(address, module);
  module.catch(() => byAddress.delete(address));
  return module;
}

async function compiled(source: string | Request | Response | BufferSource): Promise<WebAssembly.Module> {
  try {
    if (isBytes(source)) return await WebAssembly.compile(source);
    const response = source instanceof Response ? source : await fetch(source);
    if (!response.ok) throw new Error(`${response.url}: status ${response.status}`);
    // Compiled while it comes in; what the server does not call application/wasm is compiled after that.
    const type = response.headers.get("Content-Type");
    const module = type?.startsWith("application/wasm")
      ? WebAssembly.compileStreaming(response)
      : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
    // Some servers send a page where a file is missing.
    return await module.catch((reason: Error) => {
      throw new Error(`${response.url}, which came as ${type}: ${reason.message}`);
    });
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    throw new JiyaoError("load-failed", `the wasm module could not be loaded: ${message}`, { cause: reason });
  }
}

function isBytes(source: unknown): source is BufferSource {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}
