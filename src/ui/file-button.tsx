import { useId } from "react";
import { noteOf, type ControlProps } from "./control";
import "./ui.css";

export interface FileButtonProps extends ControlProps {
  readonly label: string;
  /** As the `accept` attribute: `"image/*"`. A wish only; what comes is checked by the taker. */
  readonly accept: string;
  /** Several files at once; default one. */
  readonly multiple?: boolean | undefined;
  /** Called for each choice, also of the same file again; never with an empty list. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's file picker. */
export function FileButton(props: FileButtonProps) {
  const { label, accept, multiple, onFiles, disabled } = props;
  const id = useId();
  const hint = noteOf(props);
  return (
    <span className="ui-explained">
      <label className="ui-button ui-file" data-kind="plain" data-disabled={disabled || undefined}>
        {label}
        <input
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (files.length) onFiles(files);
          }}
        />
      </label>
      {hint && (
        <span className="ui-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </span>
  );
}
