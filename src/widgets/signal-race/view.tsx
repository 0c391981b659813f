// First: the parts refine these rules.
import "./signal-race.css";
import { useState } from "react";
import { Disclosure } from "../../ui/disclosure";
import { HistogramRidge } from "../../viz/chart/histogram-ridge";
import { LineChart } from "../../viz/chart/line-chart";
import { ExperimentsBar } from "./parts/experiments-bar";
import { LayerReading } from "./parts/reading";
import { Settings } from "./parts/settings";
import { useFirstLook } from "./parts/use-first-look";
import { RacePrediction } from "./parts/race-prediction";
import type { RaceProps } from "./parts/race-props";
import { questionKey } from "./question";

/** The race: which experiment, how the signal fares, layer by layer, and what came of it. */
export function View(props: RaceProps) {
  const { id, state, model, set, pinned } = props;
  const { forward, backward, cursor } = model;
  const { format } = state;
  const [asked, ask] = useState<string | null>(null);
  function halve() {
    set({ format: "float16" });
    if (model.experiment) ask(questionKey(model.experiment, "float16"));
  }
  useFirstLook(props);
  const onCursor = pinned.has("layer") ? undefined : (layer: number) => set({ layer });
  return (
    <div className="race">
      <ExperimentsBar {...props} onChosen={(experiment) => ask(questionKey(experiment, format))} />
      <RacePrediction
        id={id}
        state={state}
        model={model}
        asked={asked}
        onAsk={ask}
        onHalve={pinned.has("format") ? undefined : halve}
      />
      <div className="race-results">
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
        {model.ridge.length > 0 && (
          <Disclosure summary="Histograms, layer by layer">
            <HistogramRidge
              label="All numbers of a layer, from its smallest finite number to its largest"
              rows={model.ridge}
            />
          </Disclosure>
        )}
      </div>
      <Disclosure summary="Settings" open>
        <Settings {...props} />
      </Disclosure>
    </div>
  );
}
