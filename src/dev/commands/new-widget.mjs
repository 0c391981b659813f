// `npm run new:widget NAME [SLUG]`: a widget that works, with its seven files, standing in a
// chapter: the one with that slug, else the first that has no widget yet.
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { root } from "./run.mjs";
import { copyTemplate, nameFromCommand, pascal, refuse, sentence, shelf } from "./templates.mjs";

const name = nameFromCommand("npm run new:widget NAME [SLUG], with a name such as kernel-angle");
const folder = `src/widgets/${name}`;
if (existsSync(resolve(root, folder))) refuse(`${folder} is there already.`);

const pages = await shelf();
const slug = process.argv[3];
const page = slug ? pages.find((one) => one.slug === slug) : roomiest(pages);
if (!page) refuse(`No page has the slug "${slug}".`);

function roomiest(all) {
  const chapters = all.filter(({ kind }) => kind === "chapter");
  return chapters.find(({ source }) => !/^<\w+ id="/m.test(source)) ?? chapters.at(-1);
}

await copyTemplate("widget", folder, (text) =>
  text
    .replaceAll("../../../", "../../")
    .replaceAll("new-widget", name)
    .replaceAll("New widget", sentence(name)),
);

// Before what ends a chapter, or at the end of a page that has no such ending.
const tag = `<${pascal(name)} id="${name}" />\n\n`;
const end = /^<(Exercises|SummaryCard|FurtherReading)|^## Exercises/m.exec(page.source)?.index;
const at = end ?? page.source.length;
const before = page.source.slice(0, at).trimEnd();
await writeFile(
  resolve(root, "chapters", page.file),
  `${before}\n\n${tag}${page.source.slice(at)}`.trimEnd() + "\n",
);

console.log(`Made ${folder}, and placed it in chapters/${page.file}.`);
console.log("See it with `npm run dev`, alone under /lab/; its tests run in `npm test`.");
