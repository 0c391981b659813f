import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Connect, isRunnableDevEnvironment, type ViteDevServer } from "vite";
import { headOf } from "./page-document";
import { slugOf } from "./page-paths";
import { encodeStill } from "./stills";
import type { StyleClasses } from "./style-classes";

type Server = typeof import("./server");

const STILLS = "/@stills/";

/** Renders pages on request, and serves the pictures of their first frames. */
export function devPages(
  server: ViteDevServer,
  styles: StyleClasses,
  serverEntry: string,
  labEntry: string,
): Connect.NextHandleFunction {
  const stills = new Map<string, Uint8Array>();

  async function html(url: string): Promise<string | null> {
    const { ssr } = server.environments;
    if (!isRunnableDevEnvironment(ssr)) throw new Error("the ssr environment runs no modules");
    const { pages, renderPage } = (await ssr.runner.import(`/${serverEntry}`)) as Server;
    const page = pages.find(({ slug }) => slug === slugOf(url));
    if (!page) return null;
    // Slash-terminated, so that relative links work from here as they do in the built book.
    const prefix = page.slug === "" ? "./" : "../";
    const { body } = await renderPage(page, prefix, async (picture, longest) => {
      const { name, bytes } = await encodeStill(picture, longest);
      stills.set(STILLS + name, bytes);
      return STILLS + name;
    });
    const template = await readFile(resolve(server.config.root, "index.html"), "utf8");
    const lab = page.kind === "lab" ? `<script type="module" src="/${labEntry}"></script>` : "";
    const filled = template
      .replace("<html ", () => `<html data-page="${page.kind}" `)
      .replace("<!--head-->", () => headOf({ ...page, body }) + lab)
      .replace("</head>", () => `<style>${styles.css()}</style></head>`);
    return (await server.transformIndexHtml(url, filled)).replace("<!--body-->", () => body);
  }

  return async (request, response, next) => {
    const url = request.originalUrl ?? "/";
    const still = stills.get(url);
    try {
      if (still) {
        response.setHeader("content-type", "image/webp");
        response.end(still);
        return;
      }
      const path = url.split("?")[0]!;
      const page = request.headers.accept?.includes("text/html") ? await html(url) : null;
      if (page === null) return next();
      if (!path.endsWith("/") && !path.endsWith(".html")) {
        response.writeHead(302, { location: `${path}/` }).end();
        return;
      }
      response.setHeader("content-type", "text/html");
      response.end(page);
    } catch (error) {
      next(error);
    }
  };
}
