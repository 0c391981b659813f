import { rootFrom } from "./page-paths";

/** What one page puts into the template. */
export interface PageContent {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/**
 * Everything from this site, scripts and WebAssembly of ours alone, nothing inline. Frames of
 * other sites are not forbidden here: browsers ignore `frame-ancestors` in a page.
 */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'";

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The lines of a page's head that name it. */
export function headOf({ title, description }: PageContent): string {
  return [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}" />`,
    `<meta property="og:title" content="${escape(title)}" />`,
    `<meta property="og:description" content="${escape(description)}" />`,
  ].join("\n    ");
}

/** Fills the built template: its links lead back to the root from where the page lies. */
export function fillTemplate(
  template: string,
  page: PageContent,
  stylesheets: readonly string[],
  scripts: readonly string[],
): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`;
  const links = [
    ...stylesheets
      .filter((file) => !template.includes(file))
      .map((file) => `<link rel="stylesheet" href="./${file}" />`),
    // Tried one level up, where it is when a server shows this page below a folder.
    ...(page.kind === "missing" ? [`<script src="../missing.js"></script>`] : []),
    ...scripts.map((file) => `<script type="module" src="./${file}"></script>`),
  ];
  return template
    .replace("<html ", () => `<html data-page="${page.kind}" `)
    .replace("<!--policy-->", () => policy)
    .replace("<!--head-->", () => headOf(page))
    .replace("</head>", () => `${links.map((link) => `  ${link}\n  `).join("")}</head>`)
    .replaceAll(/(href|src)="\.\//g, `$1="${rootFrom(page.slug)}`)
    .replace("<!--body-->", () => page.body);
}

/** @throws {Error} where a built page carries what its own policy forbids, with the place. */
export function assertStrict(html: string, where: string): void {
  const offence = /\sstyle="[^"]*"|<style|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+="|"data:/i.exec(
    html.replaceAll(/<!--.*?-->/gs, ""),
  );
  if (!offence) return;
  const around = html.slice(Math.max(0, offence.index - 80), offence.index + 160);
  throw new Error(`${where} carries what its security policy forbids: …${around}…`);
}
