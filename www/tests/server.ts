// A server of static files that can be given other files, and be stopped, while pages are open.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

export class FileServer {
  /** What was asked for and was not there. */
  readonly missing: string[] = [];
  /** The folders whose files are served; the first that has it. */
  folders: string[];
  readonly #server: Server;
  #port = 0;

  private constructor(folders: string[]) {
    this.folders = folders;
    this.#server = createServer(({ url = "/" }, response) => {
      const path = new URL(url, "http://localhost").pathname;
      const name = path.endsWith("/") ? `${path}index.html` : path;
      const content = this.#content(name);
      if (!content) this.missing.push(path);
      const headers = {
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        "Content-Security-Policy": this.#policy(),
      };
      response.writeHead(content ? 200 : 404, headers).end(content);
    });
  }

  static async start(...folders: string[]): Promise<FileServer> {
    const server = new FileServer(folders);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    server.#port = (server.#server.address() as AddressInfo).port;
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #content(name: string): Buffer | undefined {
    for (const folder of this.folders) {
      try {
        return readFileSync(join(folder, name));
      } catch {
        // Perhaps in the next.
      }
    }
    return undefined;
  }

  /** The policy that the build asks servers to send. */
  #policy(): string {
    const headers = this.#content("_headers")?.toString() ?? "";
    return /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? "";
  }
}
