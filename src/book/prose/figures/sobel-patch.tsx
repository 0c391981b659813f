import { fixed, whole } from "../../facts/format";
import { sobelExample, sobelPatch } from "../../facts/math/kernel-examples";
import { Matrix } from "./matrix";
import { StaticFigure } from "./static-figure";

const CENTRE = ["1,1", "1,2", "1,3", "2,1", "2,2", "2,3", "3,1", "3,2", "3,3"];

/** Sobel's two answers on a 5×5 patch, and the arrow they make at its centre. */
export function SobelPatch() {
  const { gx, gy } = sobelExample.patch();
  const { magnitude, angle } = sobelExample.centre();
  return (
    <StaticFigure
      caption={`At the centre gx = ${whole(gx[1]![1]!)} and gy = ${whole(gy[1]![1]!)}: the brightness grows by ${fixed(1)(magnitude)} units in the direction ${fixed(1)(((angle ?? 0) * 180) / Math.PI)}° below the x axis, since y points down.`}
    >
      <div className="prose-row">
        <Matrix label="Patch" values={sobelPatch} marked={CENTRE} />
        <span className="prose-operator">→</span>
        <Matrix label="gx" values={gx} marked={["1,1"]} />
        <Matrix label="gy" values={gy} marked={["1,1"]} />
      </div>
    </StaticFigure>
  );
}
