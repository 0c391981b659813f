import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A chapter's exercises may stand in a file of the same name in this folder beside it. */
const FOLDER = "exercises";

export interface WholeChapter {
  /** MDX; lines before the exercises keep their numbers. */
  readonly source: string;
  /** The exercises' file, where there is one. */
  readonly exercises: string | null;
}

/**
 * A chapter with its exercises in the place of `<Exercises />`.
 * @throws {Error} where the tag stands and the file is missing, or the other way round.
 */
export function wholeChapter(path: string, source = readFileSync(path, "utf8")): WholeChapter {
  const file = join(dirname(path), FOLDER, basename(path));
  const [there, asked] = [existsSync(file), /^<Exercises \/>$/m.test(source)];
  if (there !== asked)
    throw new Error(
      asked
        ? `${path}: <Exercises /> stands for ${file}, which is missing`
        : `${path}: nothing says where the exercises of ${file} go`,
    );
  if (!asked) return { source, exercises: null };
  const exercises = readFileSync(file, "utf8").trim();
  return {
    source: source.replace(
      /^<Exercises \/>$/m,
      () => `<Exercises>\n\n${exercises}\n\n</Exercises>`,
    ),
    exercises: file,
  };
}
