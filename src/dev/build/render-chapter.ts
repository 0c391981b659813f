import type { Chapter } from "../../book/chapter";
import { islandMarkers, markerOf } from "../../book/islands/island-marker";
import { renderIsland, type SaveStill } from "../../book/islands/render-island";
import { tagOf, type WidgetCall } from "../../book/islands/widget-call";
import { vocabulary } from "../../book/prose";
import { widgetLoaders, widgetNames } from "../../widgets/registry";

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Line of each call: the n-th `<FilterBench>` rendered is the n-th one written. */
function lineOf({ tags }: Chapter, calls: readonly WidgetCall[], at: number): number {
  const { tag } = calls[at]!;
  const before = calls.slice(0, at).filter((call) => call.tag === tag).length;
  return tags.filter(({ name }) => name === tag)[before]?.line ?? 0;
}

/**
 * A chapter's markup with the first frame of each widget in its place.
 *
 * @param render the page around given components
 * @throws {Error} naming file and line.
 */
export async function renderChapter(
  chapter: Chapter,
  render: (components: Readonly<Record<string, unknown>>) => string,
  saveStill: SaveStill,
): Promise<{ body: string; widgets: readonly string[] }> {
  const { file, tags } = chapter;
  const known = new Set([...Object.keys(vocabulary), ...widgetNames.map(tagOf)]);
  for (const { name, line } of tags)
    if (!known.has(name))
      throw new Error(`${file}:${line}: <${name}> is neither prose nor a widget of the book`);

  const calls: WidgetCall[] = [];
  let body = render({ ...vocabulary, ...islandMarkers(widgetNames, calls) });
  const ids = new Set<string>();
  for (const [at, call] of calls.entries()) {
    const where = `${file}:${lineOf(chapter, calls, at)}`;
    try {
      const { default: definition } = await widgetLoaders[`./${call.name}/index.ts`]!();
      const { id, html } = await renderIsland(call, definition, saveStill);
      if (ids.has(id)) throw new Error(`another figure on this page has the id "${id}"`);
      ids.add(id);
      body = body.replace(markerOf(at), () => html);
    } catch (error) {
      throw new Error(`${where}: ${messageOf(error)}`, { cause: error });
    }
  }
  return { body, widgets: [...new Set(calls.map(({ name }) => name))] };
}
