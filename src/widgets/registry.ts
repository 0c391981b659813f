import type { AnyWidget } from "../widget-kit/define-widget";

/** Every widget, by its door; loaded when it is wanted. */
export const widgetLoaders = import.meta.glob<{ readonly default: AnyWidget }>("./*/index.ts");

/** Names of all widgets, kebab-case, in alphabetical order. */
export const widgetNames: readonly string[] = Object.keys(widgetLoaders)
  .map((path) => path.split("/")[1]!)
  .sort();
