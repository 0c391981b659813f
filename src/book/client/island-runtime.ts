import { createElement, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { createEngineSource } from "../../widget-kit/engine-source";
import { WidgetHost } from "../../widget-kit/widget-host";
import { widgetLoaders } from "../../widgets/registry";
import { readIslandData } from "../islands/island-data";
import { loadTier, saveTier } from "./tier-choice";

/** Hydrates widgets; all widgets of a page share one engine. */
export function createIslandRuntime(): (element: HTMLElement) => Promise<void> {
  const tier = loadTier();
  const engine = createEngineSource({ ...(tier !== "auto" && { tier }), onAsked: saveTier });
  return async (element) => {
    const { widget: name = "", id = "" } = element.dataset;
    const load = widgetLoaders[`./${name}/index.ts`];
    if (!load) throw new Error(`no widget is named "${name}"`);
    const { default: definition } = await load();
    const { View } = await definition.loadView();
    const { initial, ...data } = readIslandData(element);
    const { schema } = definition;
    const host = createElement(WidgetHost, {
      ...data,
      definition,
      View,
      id,
      initial: schema.parse(initial, schema.defaults).state,
      engine,
      // In the host's effect: hydration is not done when hydrateRoot returns.
      onReady: () => {
        element.dataset["hydrated"] = "";
      },
    });
    // In slices, so that a large figure that wakes does not hold up the page.
    startTransition(() => {
      hydrateRoot(element, host, {
        identifierPrefix: id,
        onRecoverableError: (error) => console.error(`hydration of "${id}"`, error),
      });
    });
  };
}
