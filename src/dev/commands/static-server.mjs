// Serves a folder as any static host would.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
};

/**
 * @param {string} folder
 * @param {{ base?: string, port?: number, headers?: Record<string, string> }} [options] base: path
 *   that the folder appears under, with a slash at both ends; port: a free one when absent or taken
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, { base = "/", port = 0, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const answer = (status, more = {}, body = "") =>
      response.writeHead(status, { "cache-control": "no-cache", ...headers, ...more }).end(body);
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      if (!path.startsWith(base)) return answer(404);
      const file = normalize(join(folder, path.slice(base.length)));
      if (file !== normalize(folder) && !file.startsWith(join(folder, sep))) return answer(404);
      const target = path.endsWith("/") ? join(file, "index.html") : file;
      answer(
        200,
        { "content-type": types[extname(target)] ?? "application/octet-stream" },
        await readFile(target),
      );
    } catch (error) {
      if (error.code !== "EISDIR")
        return answer(404, { "content-type": "text/plain" }, "Not found");
      answer(308, { location: `${new URL(request.url, "http://localhost").pathname}/` });
    }
  });
  const listen = (wanted) =>
    new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", fail);
        done();
      });
    });
  await listen(port).catch(() => listen(0));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
