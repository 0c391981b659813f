// First: the parts refine these rules.
import "./signal-race.css";
import { Disclosure } from "../../ui/disclosure";
import { HistogramRidge } from "../../viz/chart/histogram-ridge";
import { LineChart } from "../../viz/chart/line-chart";
import { PredictionGate } from "../../widget-kit/prediction/prediction-gate";
import { ExperimentsBar } from "./parts/experiments-bar";
import { LayerReading } from "./parts/reading";
import { Settings } from "./parts/settings";
import { useFirstLook } from "./parts/use-first-look";
import type { RaceProps } from "./parts/race-props";

/** The race: which experiment, how the signal fares, layer by layer, and what came of it. */
export function View(props: RaceProps) {
  const { id, model, set, pinned } = props;
  const { forward, backward, cursor } = model;
  useFirstLook(props);
  const onCursor = pinned.has("layer") ? undefined : (layer: number) => set({ layer });
  return (
    <div className="race">
      <ExperimentsBar {...props} />
      <PredictionGate
        id={`${id}-death`}
        question="In Experiment 1, after how many layers does the first number become infinite, in 32 bits?"
        form={{ kind: "number", label: "Layer", min: 1, max: 100, step: 1, start: 50 }}
        truth={model.death}
      >
        <p className="race-about">
          {model.death
            ? `It happened at ${model.death}. Now take 16 bits.`
            : "Choose Experiment 1 in float32 to find out."}
        </p>
      </PredictionGate>
      <LineChart
        {...forward}
        cursor={cursor.at}
        onCursor={onCursor}
        describeCursor={() => cursor.text}
      />
      <p className="race-verdict">{model.verdict}</p>
      {model.noted && <p className="race-noted">{model.noted}</p>}
      <p className="race-quiet">{model.provenance}</p>
      <div className="race-columns">
        <LayerReading {...props} />
        <section aria-label="First layers">
          <table className="race-events">
            <caption>The first layer of each event</caption>
            <tbody>
              {model.events.map(({ name, text }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      {backward && <LineChart {...backward} />}
      <Disclosure summary="Settings" open>
        <Settings {...props} />
      </Disclosure>
      {model.ridge.length > 0 && (
        <Disclosure summary="Histograms, layer by layer">
          <HistogramRidge
            label="All numbers of a layer, from its smallest finite number to its largest"
            rows={model.ridge}
          />
        </Disclosure>
      )}
    </div>
  );
}
