import type { RenderResult } from "../../../compute/types";
import { Slider } from "../../../ui/slider";
import { KernelGrid } from "../../../viz/grid/kernel-grid";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import { MapCanvas } from "../../../viz/map/map-canvas";
import type { ViewProps } from "../../../widget-kit/define-widget";
import { SIDE, type ViewModel } from "./model";
import { type State, STEP } from "./schema";

export function View({ model, set, pinned, stills }: ViewProps<State, RenderResult, ViewModel>) {
  const { angle, kernel, response } = model;
  return (
    <>
      <Slider
        label="Direction"
        value={angle}
        min={0}
        max={360 - STEP}
        step={STEP}
        format={(degrees) => `${degrees}°`}
        onChange={(degrees) => set({ angle: degrees })}
        disabled={pinned.has("angle")}
      />
      <KernelGrid label={`Sobel kernel turned to ${angle}°`} size={3} values={kernel} readOnly />
      <MapCanvas
        label={`Response of the kernel turned to ${angle}°`}
        rows={SIDE}
        columns={SIDE}
        picture={response}
        still={stills["response"]}
      />
      {response && (
        <ScaleLegend
          label="Response"
          scale={{ kind: "signed", limit: "auto" }}
          limit={response.limit}
          range={response.range}
        />
      )}
    </>
  );
}
