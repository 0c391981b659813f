import { memo, useLayoutEffect, useRef } from "react";
import { drawPicture, type Picture } from "../../../viz/map/picture";
import { goTo } from "../transitions";
import type { PartProps } from "./props";

interface WayDownProps extends PartProps {
  readonly stills: Readonly<Record<string, string>>;
}

/** Some depths side by side, each as large as its map is: what the chain does to the picture. */
export const WayDown = memo(function WayDown({ model, set, stills }: WayDownProps) {
  const { strip, stripTotal, shown, chain } = model;
  const list = useRef<HTMLOListElement>(null);
  // Through the CSSOM: the served page may carry no style attribute.
  useLayoutEffect(() => {
    list.current?.style.setProperty("--sm-total", String(stripTotal));
    list.current?.style.setProperty("--sm-stops", String(strip.length));
  }, [stripTotal, strip.length]);
  return (
    <ol ref={list} className="sm-strip" aria-label="The way down, each map to scale">
      {strip.map((map) => (
        <li key={map.depth} className="sm-stop">
          <button
            type="button"
            className="sm-stop-button"
            aria-pressed={map.depth === shown.depth}
            aria-label={`Depth ${map.depth}: ${map.side} by ${map.side}`}
            title={map.rangeText ?? undefined}
            onClick={() => set((state) => goTo(state, chain, map.depth))}
          >
            <Thumb
              picture={map.picture}
              share={map.side / chain.sides[0]!}
              still={stills[map.key]}
            />
          </button>
          <span className="sm-stop-depth">{map.depth}</span>
          <span className="sm-stop-side" aria-hidden="true">
            {map.side}²
          </span>
        </li>
      ))}
    </ol>
  );
});

interface ThumbProps {
  readonly picture: Picture | null;
  /** Of the picture's side. */
  readonly share: number;
  readonly still: string | undefined;
}

const Thumb = memo(function Thumb({ picture, share, still }: ThumbProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    frame.current?.style.setProperty("--sm-share", String(share));
  }, [share]);
  useLayoutEffect(() => {
    if (canvas.current && picture) drawPicture(canvas.current, picture);
  }, [picture]);
  return (
    <span ref={frame} className="sm-thumb">
      {picture || !still ? (
        <canvas ref={canvas} className="sm-thumb-picture" />
      ) : (
        <img className="sm-thumb-picture" src={still} alt="" />
      )}
    </span>
  );
});
