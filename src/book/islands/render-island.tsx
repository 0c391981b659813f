import { prerender } from "react-dom/static";
import type { Result } from "../../compute/types";
import { readAuthorProps } from "../../widget-kit/author-props";
import type { AnyWidget } from "../../widget-kit/define-widget";
import { idleEngine } from "../../widget-kit/engine-source";
import { firstFrame } from "../../widget-kit/first-frame";
import { WidgetHost } from "../../widget-kit/widget-host";
import { islandElement } from "./island-data";
import type { WidgetCall } from "./widget-call";

/** Rows of RGBA bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/**
 * Keeps a picture beside the page, no longer than `longest` pixels, and gives the address that
 * leads to it.
 */
export type SaveStill = (picture: Picture, longest: number) => Promise<string>;

/** A still stands in for a live picture for a second or two, most often smaller than that one. */
const STILL_SIDE = 176;

/** What the page carries of a result: of pictures their measures, of a look at a network all. */
function withoutPixels(result: Result | null): object | null {
  if (result?.job === "trainPreview") return result;
  if (!result || !("pictures" in result)) return null;
  const pictures = Object.entries(result.pictures).map(([key, picture]) => {
    const { bitmap: _, pixels: __, ...measures } = picture;
    return [key, measures];
  });
  return { ...result, pictures: Object.fromEntries(pictures) };
}

/**
 * A widget's element with its first frame in it: its state is computed here, once, on the plain
 * loops, and the browser takes over from exactly this markup.
 *
 * @throws {Error} for illegal props, or when rendering fails.
 */
export async function renderIsland(
  { name, props }: WidgetCall,
  definition: AnyWidget,
  saveStill: SaveStill,
): Promise<{ readonly id: string; readonly html: string }> {
  const { id, initial, pinned, caption } = readAuthorProps(definition, props);
  const { View } = await definition.loadView();
  const { result, pictures, carried } = await firstFrame(definition, initial, {});
  const stills = Object.fromEntries(
    await Promise.all(
      Object.entries(pictures).map(async ([key, picture]) => [
        key,
        await saveStill(picture, STILL_SIDE),
      ]),
    ),
  ) as Readonly<Record<string, string>>;
  const firstResult = carried ?? withoutPixels(result);
  const shared = { pinned, stills, firstResult, ...(caption === undefined ? {} : { caption }) };
  const errors: unknown[] = [];
  const { prelude } = await prerender(
    <WidgetHost
      definition={definition}
      View={View}
      id={id}
      initial={initial}
      engine={idleEngine()}
      {...shared}
    />,
    { identifierPrefix: id, onError: (error) => void errors.push(error) },
  );
  const markup = await new Response(prelude).text();
  if (errors.length > 0) throw errors[0];
  const data = { initial: definition.schema.serialize(initial), ...shared };
  return { id, html: islandElement(name, id, data, markup) };
}
