import { describe, expect, it } from "vitest";
import { readLabelledFiles } from "./read-files";

const pictures = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102];
const labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 9];
const file = (name: string, bytes: readonly number[]) => new File([Uint8Array.from(bytes)], name);

async function packed(name: string, bytes: readonly number[]): Promise<File> {
  const stream = file(name, bytes).stream().pipeThrough(new CompressionStream("gzip"));
  return new File([await new Response(stream).arrayBuffer()], name);
}

describe("readLabelledFiles", () => {
  it("takes pictures and labels in either order, packed or not", async () => {
    const both = [file("images", pictures), await packed("labels.gz", labels)];
    for (const files of [both, both.toReversed()]) {
      const set = await readLabelledFiles(files);
      expect(set.images.shape).toEqual([2, 1, 2, 1]);
      expect([...set.labels]).toEqual([7, 9]);
    }
  });

  it("says what is wrong, and with which file", async () => {
    const good = file("images", pictures);
    await expect(readLabelledFiles([good])).rejects.toThrow("this is one");
    await expect(readLabelledFiles([good, file("notes.txt", [80, 75, 3, 4, 1])])).rejects.toThrow(
      /^“notes.txt”: This is not an IDX file/,
    );
    const whole = new Uint8Array(await (await packed("labels.gz", labels)).arrayBuffer());
    const cut = new File([whole.subarray(0, whole.length - 6)], "labels.gz");
    await expect(readLabelledFiles([good, cut])).rejects.toThrow(/^“labels.gz” cannot be unpacked/);
    await expect(readLabelledFiles([good, file("l", labels.slice(0, -1))])).rejects.toThrow("“l”");
  });
});
