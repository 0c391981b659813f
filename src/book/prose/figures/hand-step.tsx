import { fixed, whole } from "../../facts/format";
import { handExample, oneStep, updated } from "../../facts/math/one-step";
import { Matrix } from "./matrix";
import { StaticFigure } from "./static-figure";

const { input, kernel, bias } = handExample;

function Forward() {
  const { preActivation, output, loss } = oneStep(input, kernel, bias);
  return (
    <StaticFigure
      caption={`Forward: the window slides, ReLU cuts the negative value, and the loss is ½ of the sum of squares: ${whole(loss)}.`}
    >
      <div className="prose-row">
        <Matrix label="Input x" values={input} />
        <span className="prose-operator">⋆</span>
        <Matrix label="Kernel w" values={kernel} />
        <span className="prose-operator">=</span>
        <Matrix label="Pre-activation z" values={preActivation} />
        <span className="prose-operator">→</span>
        <Matrix label="Output y" values={output} />
      </div>
    </StaticFigure>
  );
}

function Backward() {
  const { upstream, weightGradient, biasGradient, inputGradient } = oneStep(input, kernel, bias);
  return (
    <StaticFigure
      caption={`Backward: the upstream gradient G, then what it says about the kernel, about the input, and about the bias, whose gradient is ${whole(biasGradient)}.`}
    >
      <div className="prose-row">
        <Matrix label="G = dL/dz" values={upstream} />
        <span className="prose-operator">→</span>
        <Matrix label="dL/dw" values={weightGradient} />
        <Matrix label="dL/dx" values={inputGradient} />
      </div>
    </StaticFigure>
  );
}

function Update({ learningRate }: { learningRate: number }) {
  const next = updated(learningRate);
  const after = oneStep(input, next.kernel, next.bias);
  return (
    <StaticFigure
      caption={`Update with learning rate ${learningRate}: bias ${fixed(1)(next.bias)}, and the loss is now ${fixed(2)(after.loss)}.`}
    >
      <div className="prose-row">
        <Matrix label="New kernel" values={next.kernel} />
        <span className="prose-operator">→</span>
        <Matrix label="New pre-activation" values={after.preActivation} />
        <span className="prose-operator">→</span>
        <Matrix label="New output" values={after.output} />
      </div>
    </StaticFigure>
  );
}

/** One training step of one small convolution, every number computed. */
export function HandStep({
  part,
  rate = 0.01,
}: {
  part: "forward" | "backward" | "update";
  rate?: number;
}) {
  if (part === "forward") return <Forward />;
  return part === "backward" ? <Backward /> : <Update learningRate={rate} />;
}
