/** A widget's tag in a chapter, as it was written. */
export interface WidgetCall {
  /** Kebab-case, the widget's folder. */
  readonly name: string;
  readonly tag: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** `FilterBench` for `filter-bench`. */
export function tagOf(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
