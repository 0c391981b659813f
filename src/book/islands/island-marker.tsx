import type { ComponentType } from "react";
import { tagOf, type WidgetCall } from "./widget-call";

/** Where call number `at` of a page goes, in the page's markup. */
export const markerOf = (at: number): string => `<div data-island-marker="${at}"></div>`;

/**
 * Components for the tags of all widgets. Each leaves a marker in the page and its call in
 * `calls`, because a widget is rendered as a root of its own, as it will be hydrated.
 */
export function islandMarkers(
  names: readonly string[],
  calls: WidgetCall[],
): Readonly<Record<string, ComponentType<Record<string, unknown>>>> {
  return Object.fromEntries(
    names.map((name) => {
      const tag = tagOf(name);
      const Marker = (props: Record<string, unknown>) => {
        calls.push({ name, tag, props });
        return <div data-island-marker={calls.length - 1} />;
      };
      return [tag, Marker];
    }),
  );
}
