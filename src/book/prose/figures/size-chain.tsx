import { sizeChain } from "../../../core/receptive-field/window-step";
import { StaticFigure } from "./static-figure";

/** Every size on the way down, printed in full. */
export function SizeChain({ from, kernel }: { from: number; kernel: number }) {
  const sizes = sizeChain(from, [{ kernelSize: kernel }]);
  return (
    <StaticFigure
      caption={`${sizes.length} sizes, ${sizes.length - 1} layers of ${kernel}×${kernel}.`}
    >
      <p className="prose-chain">{sizes.map((size) => `${size}×${size}`).join(" > ")}</p>
    </StaticFigure>
  );
}
