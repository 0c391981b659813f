/** What a widget's element carries from the build to its hydration. */
export interface IslandData {
  /** The author's initial state as the schema writes it, against the schema's defaults. */
  readonly initial: string;
  readonly pinned: readonly string[];
  readonly caption?: string;
  /** Addresses of the first frame's pictures, by view key. */
  readonly stills: Readonly<Record<string, string>>;
  /** The first frame's result without its pixels, or what the model carries of it, or null. */
  readonly firstResult: object | null;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll("<", "&lt;");

/** A widget's element around its markup. */
export function islandElement(name: string, id: string, data: IslandData, markup: string): string {
  return `<div class="island" data-widget="${name}" data-id="${id}" data-island='${escape(JSON.stringify(data))}'>${markup}</div>`;
}

/** Reads back what `islandElement` wrote. */
export function readIslandData(element: HTMLElement): IslandData {
  return JSON.parse(element.dataset["island"] ?? "") as IslandData;
}
