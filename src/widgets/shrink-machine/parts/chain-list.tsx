import { CopyButton } from "../../../widget-kit/copy-button";
import type { ShrinkModel } from "../view-model";

/** The whole chain as the notes print it, the depth that is looked at marked, and ready to copy. */
export function ChainList({ model }: { readonly model: ShrinkModel }) {
  const { chain, chainText, verdict, shown } = model;
  return (
    <div className="sm-chain">
      <p className="sm-verdict">{verdict}</p>
      <p className="sm-sizes" translate="no">
        {chain.sides.map((side, depth) => (
          <span key={depth}>
            {depth > 0 && " > "}
            <span className="sm-size" data-shown={depth === shown.depth || undefined}>
              {side}x{side}
            </span>
          </span>
        ))}
      </p>
      <CopyButton label="Copy the chain" kind="plain" text={() => chainText} />
    </div>
  );
}
