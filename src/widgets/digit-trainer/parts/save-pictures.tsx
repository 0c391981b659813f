import { useState } from "react";
import type { TrainData } from "../../../compute/training";
import { writeIdx } from "../../../core/idx/write-idx";
import { Button } from "../../../ui/button";
import { Message } from "../../../ui/message";
import type { EngineSource } from "../../../widget-kit/engine-source";
import { savedFiles } from "../saved-files";

export interface SavePicturesProps {
  readonly engine: EngineSource;
  /** What the run trains on. */
  readonly data: TrainData;
}

/** Keeps the pictures trained on as two IDX files, for the programs below the figure. */
export function SavePictures({ engine, data }: SavePicturesProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function save() {
    setBusy(true);
    try {
      const compute = await engine.compute();
      const { shape, pictures, labels } = await compute.run({ job: "trainPictures", data });
      keep(savedFiles.pictures, writeIdx(shape, pictures));
      keep(savedFiles.labels, writeIdx([labels.length], labels));
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <div className="dt-own">
      <Button onPress={() => void save()} disabled={busy}>
        Save the pictures trained on as IDX files
      </Button>
      <p className="dt-quiet">
        Two files, <code>{savedFiles.pictures}</code> and <code>{savedFiles.labels}</code>. The
        programs under “The same in code” read them.
      </p>
      <Message kind="error">{trouble}</Message>
      <Message kind="busy">{busy ? "Drawing the pictures…" : null}</Message>
    </div>
  );
}

function keep(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have begun to read.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
