import { memo } from "react";
import type { Tensor } from "../../../core/tensor";
import { shadePaths } from "./pixel-paths";
import "./pictures.css";

export interface GreyPictureProps {
  readonly label: string;
  /** `[rows, columns]` or `[rows, columns, 1]`, 0 paper, 1 ink. */
  readonly image: Tensor;
}

/** A small grey picture, white ink on black, as the network is given it. */
export const GreyPicture = memo(function GreyPicture({ label, image }: GreyPictureProps) {
  const [rows, columns] = image.shape as [number, number];
  return (
    <svg className="dt-picture" viewBox={`0 0 ${columns} ${rows}`} role="img" aria-label={label}>
      <rect className="dt-paper" width={columns} height={rows} />
      {shadePaths(image.data, columns).map(({ grey, path }) => (
        <path key={grey} fill={`rgb(${grey} ${grey} ${grey})`} d={path} />
      ))}
    </svg>
  );
});
