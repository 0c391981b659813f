import { crc32 } from "node:zlib";
import type { Locator } from "playwright";
import { expect } from "vitest";
import { firstCell, liveBench, settledPictures, valueOf } from "./bench";
import { chapterOne, test } from "./book";

/** A PNG's signature and header, and nothing after it. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = Buffer.alloc(17);
  chunk.write("IHDR");
  chunk.writeUInt32BE(width, 4);
  chunk.writeUInt32BE(height, 8);
  chunk.set([8, 2, 0, 0, 0], 12);
  const length = Buffer.from([0, 0, 0, 13]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(chunk));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, length, chunk, check]);
}

const files = [
  { name: "notes.txt", body: Buffer.from("Dear diary,\n"), says: "This is a text file" },
  { name: "photo.jpg", body: Buffer.from("Dear diary,\n"), says: "This is a text file" },
  { name: "empty.png", body: Buffer.alloc(0), says: "This file is empty." },
  {
    name: "drawing.svg",
    body: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    says: "This is an SVG drawing",
  },
  { name: "page.html", body: Buffer.from("<!doctype html><p>Hello"), says: "This is a web page" },
  { name: "cut.png", body: pngHeader(64, 64), says: /cut off|damaged/ },
  { name: "vast.png", body: pngHeader(50_000, 50_000), says: "40 million" },
  { name: "heavy.png", body: Buffer.alloc(26 * 1024 * 1024, 1), says: "25 MB" },
] as const;

const giveFile = (bench: Locator, name: string, buffer: Buffer): Promise<void> =>
  bench
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

test("a file that is no picture gets one sentence, and the last picture stays", async ({
  visit,
}) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  const drawn = await settledPictures(bench);
  for (const { name, body, says } of files) {
    await giveFile(bench, name, body);
    await expect
      .poll(() => bench.getByText(says).count(), { message: name, timeout: 10_000 })
      .toBe(1);
    expect(await settledPictures(bench), name).toEqual(drawn);
  }
});

test("a picture of the reader's is taken, and never sent", async ({ visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  const drawn = await settledPictures(bench);
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") posts.push(request.url());
  });
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  await giveFile(bench, "mine.png", picture);
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).not.toEqual(drawn);
  expect(posts).toEqual([]);
});

const texts = [
  { typed: "abc", says: "“abc” is not a number." },
  { typed: "1e999", says: "beyond what 32-bit numbers hold" },
  { typed: "1/0", says: "A fraction cannot be divided by 0." },
  { typed: "", says: "Type a number" },
] as const;

test.for(texts)('a kernel cell with "$typed" says why not', async ({ typed, says }, { visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  const drawn = await settledPictures(bench);
  const cell = firstCell(bench);
  const value = await valueOf(cell);
  await cell.focus();
  await cell.fill(typed);
  await page.keyboard.press("Enter");
  await expect.poll(() => bench.getByText(says).first().isVisible()).toBe(true);
  expect(await cell.getAttribute("aria-invalid")).toBe("true");
  expect(await settledPictures(bench)).toEqual(drawn);
  await page.keyboard.press("Escape");
  expect(await valueOf(cell)).toBe(value);
  await expect.poll(() => bench.getByText(says).count()).toBe(0);
});

test("a camera that is denied gets one sentence", async ({ visit }) => {
  const page = await visit(chapterOne, { permissions: [] });
  const bench = await liveBench(page);
  await bench.getByRole("button", { name: "Camera", exact: true }).click();
  await expect
    .poll(() => bench.getByText(/did not allow the camera|No camera was found/).count())
    .toBe(1);
});
