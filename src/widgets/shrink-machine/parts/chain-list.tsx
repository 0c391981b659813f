import { memo } from "react";
import { CopyButton } from "../../../widget-kit/copy-button";
import type { ShrinkModel } from "../view-model";

/** The whole chain as the notes print it, the depth that is looked at marked, and ready to copy. */
export const ChainList = memo(function ChainList({ model }: { readonly model: ShrinkModel }) {
  const { chain, chainText, verdict, shown } = model;
  const sizes = (from: number, to?: number) =>
    chain.sides
      .slice(from, to)
      .map((side) => (from === 0 ? `${side}x${side} > ` : ` > ${side}x${side}`));
  return (
    <div className="sm-chain">
      <p className="sm-verdict">{verdict}</p>
      <p className="sm-sizes" translate="no">
        {sizes(0, shown.depth).join("")}
        <mark className="sm-size">
          {shown.side}x{shown.side}
        </mark>
        {sizes(shown.depth + 1).join("")}
      </p>
      <CopyButton label="Copy the chain" kind="plain" text={() => chainText} />
    </div>
  );
});
