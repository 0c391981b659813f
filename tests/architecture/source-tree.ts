import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** Files below `folder`, as paths from the root with forward slashes. */
export function filesBelow(folder: string, from = root): readonly string[] {
  return readdirSync(join(from, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => normalize(join(entry.parentPath, entry.name)))
    .map((path) => path.slice(normalize(from).length + 1).replaceAll("\\", "/"))
    .toSorted();
}

export interface Import {
  readonly from: string;
  /** The path imported, without an extension where the source writes none. */
  readonly to: string;
  /** Only types: gone after compilation. */
  readonly typeOnly: boolean;
}

const statement =
  /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

/** Relative imports of a source text: static, dynamic, re-exports. */
export function importsOf(from: string, source: string): readonly Import[] {
  return [...source.matchAll(statement)].flatMap(([, , type, fixed, dynamic]) => {
    const written = fixed ?? dynamic!;
    if (!written.startsWith(".")) return [];
    const to = normalize(join(dirname(from), written.split("?")[0]!)).replaceAll("\\", "/");
    return [{ from, to, typeOnly: type !== undefined }];
  });
}

/** Every relative import among the given files. */
export function allImports(files: readonly string[], from = root): readonly Import[] {
  return files
    .filter((path) => /\.(tsx?|mts|mjs)$/.test(path))
    .flatMap((path) => importsOf(path, readFileSync(join(from, path), "utf8")));
}

const endings = ["", ".ts", ".tsx", ".mjs", ".css", ".json"];

/** A cycle among value imports, as the paths along it; null when there is none. */
export function findCycle(
  files: readonly string[],
  imports: readonly Import[],
): readonly string[] | null {
  const known = new Set(files);
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    const target = endings.map((ending) => to + ending).find((path) => known.has(path));
    if (target && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), target]);
  }
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (finished.has(path)) return null;
    for (const next of edges.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    finished.add(path);
    return null;
  };
  for (const path of edges.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}
