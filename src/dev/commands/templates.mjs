// What the generators share: names, and copying a template under a new one.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { root, tool } from "./run.mjs";

const templates = resolve(root, "src/dev/templates");

/** `kernel-angle` as `KernelAngle`. */
export const pascal = (name) =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** `kernel-angle` as `Kernel angle`. */
export function sentence(name) {
  const words = name.replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
}

/** The first argument of the command, in kebab case; ends the command with one sentence else. */
export function nameFromCommand(usage) {
  const name = process.argv[2];
  if (name && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return name;
  return refuse(name ? `"${name}" is not lower-case words joined by dashes.` : usage);
}

/**
 * Ends the command with one sentence.
 *
 * @param {string} reason
 * @returns {never}
 */
export function refuse(reason) {
  console.error(reason);
  process.exit(1);
}

/** Copies a template, a file or a folder, with every text through `rewrite`; formats the copies. */
export async function copyTemplate(name, target, rewrite) {
  const from = resolve(templates, name);
  const files = name.includes(".") ? [""] : await readdir(from);
  const made = [];
  for (const file of files) {
    const path = resolve(root, target, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, rewrite(await readFile(resolve(from, file), "utf8")), { flag: "wx" });
    made.push(path);
  }
  await tool("oxfmt", made, { quiet: true });
  return made;
}

/** Every page of the book: `{ file, source, slug, order, kind }`, in reading order. */
export async function shelf() {
  const files = (await readdir(resolve(root, "chapters"))).filter((file) => file.endsWith(".mdx"));
  const pages = files.map(async (file) => {
    const source = await readFile(resolve(root, "chapters", file), "utf8");
    const field = (name) => new RegExp(`^${name}: (.+)$`, "m").exec(source)?.[1];
    return {
      file,
      source,
      slug: field("slug"),
      order: Number(field("order")),
      kind: field("kind"),
    };
  });
  return (await Promise.all(pages)).toSorted((a, b) => a.order - b.order);
}
