import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin, ViteBuilder } from "vite";
import { devPages } from "./dev-pages";
import { type ModuleManifest, stylesOf } from "./manifest-styles";
import { assertStrict, fillTemplate } from "./page-document";
import { pageFile, rootFrom } from "./page-paths";
import { encodeStill } from "./stills";
import type { StyleClasses } from "./style-classes";

type Server = typeof import("./server");

export const SERVER_ENTRY = "src/dev/build/server.tsx";
export const LAB_ENTRY = "src/dev/lab/main.tsx";

/** Modules whose stylesheets a widget's first frame needs before any script has run. */
const stylesOfWidget = (name: string): readonly string[] => [
  "src/book/client/island-runtime.ts",
  `src/widgets/${name}/index.ts`,
  `src/widgets/${name}/view.tsx`,
];

/**
 * What nearly every figure takes comes in few files: in dozens of small ones it would be compressed
 * a third worse. `entriesAware` would split them again.
 */
const sharedChunks = [
  { name: "controls", test: /[\\/]src[\\/]ui[\\/]/ },
  { name: "drawings", test: /[\\/]src[\\/]viz[\\/](?:grid|legend|map|scan|sum)[\\/]/ },
];

/** Renders every page with what the two builds left, into the client's folder. */
async function writePages(root: string, dist: string, scratch: string): Promise<void> {
  const manifest = JSON.parse(
    await readFile(resolve(dist, ".vite/manifest.json"), "utf8"),
  ) as ModuleManifest;
  const template = await readFile(resolve(dist, "index.html"), "utf8");
  const { pages, renderPage } = (await import(
    pathToFileURL(resolve(root, scratch, "server.js")).href
  )) as Server;
  for (const page of pages) {
    const prefix = rootFrom(page.slug);
    const { body, widgets } = await renderPage(page, prefix, async (picture, longest) => {
      const { name, bytes } = await encodeStill(picture, longest);
      await writeFile(resolve(dist, "assets", name), bytes);
      return `${prefix}assets/${name}`;
    });
    const lab = page.kind === "lab" ? manifest[LAB_ENTRY] : undefined;
    const stylesheets = stylesOf(manifest, [
      ...widgets.flatMap(stylesOfWidget),
      ...(lab ? [LAB_ENTRY] : []),
    ]);
    const html = fillTemplate(template, { ...page, body }, stylesheets, lab ? [lab.file] : []);
    const file = pageFile(page.slug);
    assertStrict(html, file);
    await mkdir(dirname(resolve(dist, file)), { recursive: true });
    await writeFile(resolve(dist, file), html);
  }
  await copyFile(resolve(root, "LICENSE"), resolve(dist, "license.txt"));
  await rm(resolve(dist, ".vite"), { recursive: true });
}

/**
 * The book as a site of plain pages: one `vite build` compiles the chapters for Node, then bundles
 * what the browser gets (whose stylesheet holds what the chapters turned out to need), then
 * renders every page. The dev server renders the same pages on request.
 */
export function site(styles: StyleClasses, scratch: string): Plugin {
  return {
    name: "book:site",
    config: () => ({
      appType: "mpa",
      builder: {
        // One set of plugins for both builds: the first fills what the second writes.
        sharedConfigBuild: true,
        sharedPlugins: true,
        async buildApp(builder: ViteBuilder) {
          const { client, ssr } = builder.environments;
          if (!client || !ssr) throw new Error("the build has lost one of its environments");
          await builder.build(ssr);
          await builder.build(client);
          const { root } = builder.config;
          await writePages(root, resolve(root, client.config.build.outDir), scratch);
        },
      },
      environments: {
        client: {
          build: {
            outDir: "dist",
            manifest: true,
            rolldownOptions: {
              input: { index: "index.html", lab: LAB_ENTRY },
              output: {
                codeSplitting: { groups: sharedChunks, includeDependenciesRecursively: false },
              },
            },
          },
        },
        ssr: {
          build: {
            outDir: scratch,
            emitAssets: false,
            copyPublicDir: false,
            rolldownOptions: { input: { server: SERVER_ENTRY } },
          },
        },
      },
    }),
    configureServer: (server) => () => {
      server.middlewares.use(devPages(server, styles, SERVER_ENTRY, LAB_ENTRY));
    },
    hotUpdate({ file, modules, server }) {
      // What only Node renders (chapters, prose, pages) has no module in the browser to replace.
      const inBrowser = server.environments.client.moduleGraph.getModulesByFile(file)?.size ?? 0;
      if (this.environment.name === "ssr" && modules.length > 0 && inBrowser === 0)
        server.environments.client.hot.send({ type: "full-reload" });
    },
  };
}
