import { whole } from "../../facts/format";
import { sobelX } from "../../facts/math/kernel-examples";
import { learnSobel } from "../../facts/math/learn-kernel";
import { Matrix } from "./matrix";
import { StaticFigure } from "./static-figure";

/** Nine numbers taught to answer as Sobel's: the teacher, and what two pictures made of the pupil. */
export function LearnedKernels() {
  const { kernel, steps } = learnSobel();
  return (
    <StaticFigure
      caption={`Each began as nine zeros and took ${whole(steps)} steps of gradient descent.`}
    >
      <div className="prose-row">
        <Matrix label="Sobel x, the teacher" values={sobelX} />
        <Matrix label="learned on random dots" values={kernel} />
        <Matrix label="learned on a ramp" values={learnSobel("ramp").kernel} />
      </div>
    </StaticFigure>
  );
}
