import "./channel-mixer.css";
import type { RenderResult } from "../../compute/types";
import { Choice } from "../../ui/choice";
import type { ViewProps } from "../../widget-kit/define-widget";
import type { MixerModel } from "./model";
import { PixelTask } from "./parts/pixel-task";
import { StraightTask } from "./parts/straight-task";
import { UnmixTask } from "./parts/unmix-task";
import type { MixerState } from "./schema";

export type MixerProps = ViewProps<MixerState, RenderResult, MixerModel>;

const tasks = [
  { value: "pixel", label: "One pixel’s sum" },
  { value: "unmix", label: "Take a mixture apart" },
  { value: "straight", label: "Does it bend?" },
] as const;

/** The desk: one pixel's sum, a mixture taken apart, and the test for straightness. */
export function View(props: MixerProps) {
  const { state, set, model, pinned } = props;
  return (
    <div className="cm">
      <Choice
        label="Look at"
        value={state.task}
        options={tasks}
        disabled={pinned.has("task")}
        onChange={(task) => set({ task })}
      />
      {state.task === "pixel" && <PixelTask {...props} />}
      {state.task === "unmix" && <UnmixTask {...props} />}
      {model.test && <StraightTask {...props} test={model.test} />}
      <dl className="cm-facts">
        {model.facts.map(({ name, value, work }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              <span className="cm-quiet">{work}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
