// A web server for the tests: some folders, every answer under a strict Content-Security-Policy, every request counted.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** What docs/embedding.md asks of an embedder's policy, and no more. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "base-uri 'none'; form-action 'none'";

export interface Site {
  /** With a slash at the end. */
  url: string;
  /** The path of every request, in their order. */
  requests: string[];
  close(): Promise<void>;
}

/** What a site consists of: which folder (absolute, or of the project) or page lies at which path, longest path first. */
export type Content = Record<string, { folder: string } | { text: string }>;

/** Serves until it is closed. */
export async function serve(content: Content, policy = STRICT): Promise<Site> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname));
    requests.push(path);
    const at = Object.keys(content).find((prefix) =>
      prefix.endsWith("/") ? path.startsWith(prefix) : path === prefix,
    );
    const found = at === undefined ? undefined : content[at];
    const headers = {
      "Content-Security-Policy": policy,
      "Cache-Control": "max-age=60",
      // As a place that gives files to other sites has it.
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
    };
    if (found && "text" in found) {
      response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(path) || ".html"] }).end(found.text);
      return;
    }
    let file = found ? join(resolve(ROOT, found.folder), path.slice((at as string).length)) : "";
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!file || !existsSync(file)) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
