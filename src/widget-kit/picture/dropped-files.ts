/** The files of a drop or a paste, those of folders too, in their order; at most `limit`. */
export async function droppedFiles(transfer: DataTransfer, limit = 200): Promise<readonly File[]> {
  // Both lists are only readable until the event handler returns.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain.slice(0, limit);
  const found: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, found, limit);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[], limit: number): Promise<void> {
  if (found.length >= limit) return;
  try {
    if (entry.isFile) {
      found.push(
        await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)),
      );
    } else {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      const more = () =>
        new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
      // Chromium hands over a hundred entries at a time.
      for (let children = await more(); children.length > 0; children = await more()) {
        for (const child of children) await collect(child, found, limit);
        if (found.length >= limit) return;
      }
    }
  } catch {
    // A file that cannot be opened is left out.
  }
}
