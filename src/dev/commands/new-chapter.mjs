// `npm run new:chapter SLUG`: a page with all that a chapter begins with.
import { resolve } from "node:path";
import { root } from "./run.mjs";
import { copyTemplate, nameFromCommand, refuse, sentence, shelf } from "./templates.mjs";

const slug = nameFromCommand("npm run new:chapter SLUG, with a slug such as pooling-in-depth");
const pages = await shelf();
if (pages.some((page) => page.slug === slug)) refuse(`There is a page "${slug}" already.`);

const order = Math.max(...pages.map((page) => page.order)) + 1;
const path = `chapters/${slug}.mdx`;
await copyTemplate("chapter.mdx", path, (text) =>
  text
    .replace("title: New chapter", `title: ${sentence(slug)}`)
    .replace("slug: new-chapter", `slug: ${slug}`)
    .replace("order: 9000", `order: ${order}`),
).catch((error) => refuse(error.message));

console.log(`Made ${resolve(root, path)}, after all other pages.`);
console.log("See it with `npm run dev`. It is a page beside the chapters until its head says");
console.log("`kind: chapter`.");
