import { memo, useState, type RefObject } from "react";
import { PictureInput, type PictureOrigin } from "../../../widget-kit/picture/picture-input";
import type { FieldTracerState } from "../state";
import type { TracerProps } from "./tracer-props";

interface OtherPictureProps extends Pick<TracerProps, "set" | "assets" | "setAssets"> {
  readonly value: FieldTracerState["picture"];
  readonly pinned: boolean;
  readonly figure: RefObject<HTMLElement | null>;
}

/** What the stack looks at: the book's pictures or the reader's own. */
export const OtherPicture = memo(function OtherPicture(props: OtherPictureProps) {
  const { value, pinned, set, assets, setAssets, figure } = props;
  const [origin, setOrigin] = useState<PictureOrigin>("own");
  return (
    <PictureInput
      value={value === "own" ? origin : value}
      side={256}
      dropTarget={figure}
      pinned={pinned}
      onBuiltIn={(picture) => set({ picture })}
      onPicture={(picture, _, from) => {
        setOrigin(from);
        setAssets({ ...assets, picture });
        set({ picture: "own" });
      }}
    />
  );
});
