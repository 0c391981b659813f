import { Slider } from "../../../ui/slider";
import { Disclosure } from "../../../ui/disclosure";
import type { RaceProps } from "./race-props";

/** One layer: its scale against theory, where theory has it from, and what its numbers are like. */
export function LayerReading({ state, set, model, pinned }: RaceProps) {
  const { reading, measured } = model;
  const depth = measured?.depth ?? state.depth;
  return (
    <section className="race-reading" aria-label={`Layer ${reading.layer}`}>
      <Slider
        label="Layer read out"
        value={reading.layer}
        min={0}
        max={depth}
        step={1}
        format={(layer) => (layer === 0 ? "x" : String(layer))}
        disabled={pinned.has("layer")}
        reason="Fixed in this figure."
        onChange={(layer) => set({ layer })}
      />
      <dl className="race-pair">
        <div>
          <dt>Scale, median run</dt>
          <dd>{reading.scale}</dd>
        </div>
        <div>
          <dt>Theory</dt>
          <dd>{reading.theory}</dd>
        </div>
      </dl>
      <Disclosure summary="Where theory’s number comes from">
        <ol className="race-work">
          {reading.work.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Disclosure>
      <dl className="race-shares">
        {reading.shares.map(({ kind, name, about, share, text }) => (
          <div key={kind} data-kind={kind}>
            <dt title={about}>{name}</dt>
            <dd>
              <meter min={0} max={1} value={share} aria-label={`${name}: ${about}`} />
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
