import { useEffect, useId, useRef, useState } from "react";
import type { RefObject } from "react";
import { PICTURES } from "../../core/picture/catalogue";
import type { PictureId } from "../../core/picture/catalogue";
import type { Tensor } from "../../core/tensor";
import { Button } from "../../ui/button";
import { FileButton } from "../../ui/file-button";
import { Message } from "../../ui/message";
import { cameraMessage } from "./camera-message";
import { openFirst } from "./open-first";
import { PaintPanel } from "./paint-panel";
import { freshGrid } from "./painted-grid";
import { PictureThumb } from "./picture-thumb";
import { useCamera } from "./use-camera";
import { usePictureDrop } from "./use-picture-drop";
import "./picture-input.css";

/** Where a picture comes from that no link can carry. */
export type PictureOrigin = "own" | "camera" | "paint";

export interface PictureInputProps {
  /** What the figure shows: a picture of the book, or the reader's. */
  readonly value: PictureId | PictureOrigin;
  /** Pixels along each side of opened files; 256 or 512. */
  readonly side: number;
  readonly onBuiltIn: (id: PictureId) => void;
  /**
   * A picture of the reader's: `[side, side, 3]` from a file, `[256, 256, 3]` from the camera,
   * `[n, n, 1]` painted, n 8 to 16. For the camera, the next frame waits for what this returns.
   */
  readonly onPicture: (
    picture: Tensor,
    label: string,
    origin: PictureOrigin,
  ) => void | Promise<unknown>;
  /** Hears every sentence that is shown beside the controls; `null` when it goes. */
  readonly onMessage?: ((message: string | null) => void) | undefined;
  /** The author has fixed the picture. */
  readonly pinned?: boolean | undefined;
  /** The figure on which files may be dropped, and pasted; default: only this control. */
  readonly dropTarget?: RefObject<HTMLElement | null> | undefined;
}

type Notice = { readonly kind: "error" | "note" | "busy"; readonly text: string } | null;

/** Chooses the picture a figure works on: the book's, a file, the camera, or painted by hand. */
export function PictureInput(props: PictureInputProps) {
  const { value, side, onBuiltIn, onPicture, onMessage, pinned = false } = props;
  const group = useId();
  const self = useRef<HTMLFieldSetElement>(null);
  const opening = useRef(0);
  const before = useRef(value);
  const [notice, setNotice] = useState<Notice>(null);
  const [grid, setGrid] = useState(() => freshGrid(8));
  const camera = useCamera((frame) => onPicture(frame, "Camera", "camera"));
  const over = usePictureDrop(props.dropTarget ?? self, (files) => void open(files), pinned);
  const filming =
    camera.state === "live" || camera.state === "asking" || camera.state === "unanswered";

  const spoken = noticeNow(notice, camera.state);
  const text = spoken?.text ?? null;
  useEffect(() => onMessage?.(text), [text, onMessage]);

  // Another picture was chosen elsewhere, by the figure's reset or by its link.
  useEffect(() => {
    if (before.current === "camera" && value !== "camera") camera.stop();
    before.current = value;
  }, [value, camera]);

  useEffect(() => () => void opening.current++, []);

  /** Whatever was under way before the reader chose something else ends. */
  function settle() {
    opening.current++;
    camera.stop();
    setNotice(null);
  }

  async function open(files: readonly File[]) {
    settle();
    const turn = opening.current;
    setNotice({ kind: "busy", text: "Opening the picture…" });
    const result = await openFirst(files, side);
    if (turn !== opening.current) return;
    if (!result.ok) return setNotice({ kind: "error", text: result.reason });
    setNotice({ kind: "note", text: result.note ?? `“${result.label}” is shown.` });
    void onPicture(result.picture, result.label, "own");
  }

  function paint(next: Tensor) {
    setGrid(next);
    void onPicture(next, "Painted picture", "paint");
  }

  return (
    <fieldset ref={self} className="picture-input" data-over={over || undefined} disabled={pinned}>
      <legend className="picture-legend">Picture</legend>
      <div className="picture-choices">
        {PICTURES.map((picture) => (
          <label key={picture.id} className="picture-choice" title={picture.about}>
            <input
              type="radio"
              name={group}
              checked={value === picture.id}
              onChange={() => {
                settle();
                onBuiltIn(picture.id);
              }}
            />
            <PictureThumb id={picture.id} />
            <span>{picture.label}</span>
          </label>
        ))}
      </div>
      <div className="picture-row">
        <FileButton
          label="Open a picture"
          accept="image/*"
          disabled={pinned}
          onFiles={(files) => void open(files)}
        />
        <Button
          pressed={filming}
          disabled={pinned}
          onPress={() => {
            settle();
            if (!filming) camera.start();
          }}
        >
          {filming ? "Stop the camera" : "Camera"}
        </Button>
        <Button
          pressed={value === "paint"}
          disabled={pinned}
          onPress={() => {
            settle();
            paint(grid);
          }}
        >
          Paint
        </Button>
      </div>
      <p className="picture-hint">
        {pinned
          ? "The picture of this figure is fixed."
          : "A picture can also be dropped on the figure or pasted. Your picture stays on this computer."}
      </p>
      <Message kind="error">{spoken?.kind === "error" ? spoken.text : null}</Message>
      <Message kind={spoken?.kind === "busy" ? "busy" : "note"}>
        {spoken && spoken.kind !== "error" ? spoken.text : null}
      </Message>
      {value === "paint" && !pinned && <PaintPanel grid={grid} onChange={paint} />}
    </fieldset>
  );
}

/** The camera's trouble comes before what was said about a file. */
function noticeNow(notice: Notice, state: keyof typeof cameraMessage): Notice {
  const text = cameraMessage[state];
  if (!text) return notice;
  if (state === "asking") return { kind: "busy", text };
  return { kind: state === "live" || state === "ended" ? "note" : "error", text };
}
