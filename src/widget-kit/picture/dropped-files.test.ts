import { describe, expect, it } from "vitest";
import { droppedFiles } from "./dropped-files";

const named = (name: string) => new File([name], name);

/** Folders can only be dropped by hand: these entries answer as a browser's do, in batches. */
function fileEntry(name: string, broken = false): FileSystemEntry {
  return {
    isFile: true,
    file: (done: (file: File) => void, fail: (error: Error) => void) =>
      broken ? fail(new Error("gone")) : done(named(name)),
  } as unknown as FileSystemEntry;
}

function folder(...batches: FileSystemEntry[][]): FileSystemEntry {
  const createReader = () => {
    const rest = [...batches];
    return {
      readEntries: (done: (entries: FileSystemEntry[]) => void) => done(rest.shift() ?? []),
    };
  };
  return { isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

const drop = (...entries: FileSystemEntry[]) =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files: [],
  }) as unknown as DataTransfer;

const names = async (transfer: DataTransfer, limit?: number) =>
  (await droppedFiles(transfer, limit)).map(({ name }) => name);

describe("a dropped folder", () => {
  it("gives its files and those of the folders in it, in their order", async () => {
    const inner = folder([fileEntry("b.png")]);
    const outer = folder([fileEntry("a.png"), inner, fileEntry("c.png")]);
    expect(await names(drop(outer, fileEntry("d.png")))).toEqual([
      "a.png",
      "b.png",
      "c.png",
      "d.png",
    ]);
  });

  it("is read to its end though browsers hand over a hundred entries at a time", async () => {
    expect(await names(drop(folder([fileEntry("a")], [fileEntry("b")])))).toEqual(["a", "b"]);
  });

  it("gives what can be opened, and no more than the limit", async () => {
    const entries = [fileEntry("a"), fileEntry("b", true), fileEntry("c"), fileEntry("d")];
    expect(await names(drop(folder(entries)), 2)).toEqual(["a", "c"]);
    expect(await names(drop(folder([])))).toEqual([]);
  });
});
