import { SumLine } from "../../../viz/sum/sum-line";
import type { PixelSum } from "../model";

/** The sum of one pixel, product by product. */
export function PixelSumLine({ pixel }: { readonly pixel: PixelSum }) {
  const { channel, bias, sum, output } = pixel;
  return (
    <SumLine
      channels={[channel]}
      bias={bias}
      sum={sum}
      preActivation={output}
      activation="identity"
      output={output}
    />
  );
}
