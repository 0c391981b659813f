import { useState } from "react";
import { formatInteger } from "../../../core/format/number";
import type { LabelledSet } from "../../../core/idx/digit-set";
import { FileButton } from "../../../ui/file-button";
import { Message } from "../../../ui/message";
import { readLabelledFiles } from "../read-files";

export interface OwnFilesProps {
  readonly own: LabelledSet | undefined;
  readonly onOwn: (own: LabelledSet) => void;
}

/** The reader's IDX files; they stay on this page. */
export function OwnFiles({ own, onOwn }: OwnFilesProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function take(files: readonly File[]) {
    setBusy(true);
    try {
      onOwn(await readLabelledFiles(files));
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <div className="dt-own">
      <FileButton
        label="Your own digits: two IDX files…"
        accept=".idx,.gz,.idx3-ubyte,.idx1-ubyte,application/gzip,application/octet-stream"
        multiple
        onFiles={(files) => void take(files)}
      />
      <p className="dt-quiet">
        {own
          ? `${formatInteger(own.labels.length)} pictures of ${own.images.shape[1]} × ${own.images.shape[2]} are loaded. They judge every run on digits, and can be trained on.`
          : "Pictures and labels as MNIST has them, packed or not. They do not leave this page."}
      </p>
      <Message kind="error">{trouble}</Message>
      <Message kind="busy">{busy ? "Reading the files…" : null}</Message>
    </div>
  );
}
