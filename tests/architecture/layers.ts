/**
 * Which layers each layer may import besides itself; the lint configuration says the same. From
 * compute, `widgets` and `book` take only types and `widget-kit` only its client.
 */
export const mayImport = {
  core: [],
  schema: ["core"],
  compute: ["core"],
  ui: ["core"],
  viz: ["core", "ui"],
  "widget-kit": ["core", "schema", "compute", "ui"],
  widgets: ["core", "schema", "viz", "ui", "widget-kit", "compute"],
  book: ["core", "schema", "ui", "widget-kit", "widgets", "compute"],
  dev: ["core", "schema", "compute", "ui", "viz", "widget-kit", "widgets", "book"],
} as const satisfies Record<string, readonly string[]>;

export type Layer = keyof typeof mayImport;

export const layers = Object.keys(mayImport) as readonly Layer[];

/** The layer a path such as `src/viz/map/picture.ts` lies in, or null. */
export function layerOf(path: string): Layer | null {
  const name = /^src\/([^/]+)\//.exec(path)?.[1];
  return layers.find((layer) => layer === name) ?? null;
}
