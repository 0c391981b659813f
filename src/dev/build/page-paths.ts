/**
 * Where the pages of the book lie. Every link is relative, so that the book works at the root of
 * a domain, below any path, and from any server of files.
 */

/** Path of a page's file below the site's root; the cover's slug is `""`. */
export function pageFile(slug: string): string {
  if (slug === "404") return "404.html";
  return slug === "" ? "index.html" : `${slug}/index.html`;
}

/** Prefix that leads from a page back to the site's root. */
export function rootFrom(slug: string): string {
  const depth = pageFile(slug).split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** Slug of the page that a request's path asks for, query and `index.html` left out. */
export function slugOf(url: string): string {
  const path = decodeURI(url.split(/[?#]/)[0]!);
  return path.replace(/index\.html$/, "").replaceAll(/^\/+|\/+$/g, "");
}
