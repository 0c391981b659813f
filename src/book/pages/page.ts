/** A page of the site, before it is rendered. */
export interface Page {
  /** `""` for the cover, `"404"` for the page that stands in for missing ones. */
  readonly slug: string;
  readonly kind: "cover" | "chapter" | "page" | "lab" | "missing";
  /** For the browser's tab. */
  readonly title: string;
  readonly description: string;
}
