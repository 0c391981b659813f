import { memo } from "react";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { ScanControls } from "../../../viz/scan/scan-controls";
import { goTo } from "../transitions";
import type { MapModel } from "../view-model";
import { ProfileChart } from "./profile-chart";
import type { PartProps } from "./props";
import { SumPanel } from "./sum-panel";

interface DepthStageProps extends PartProps {
  readonly stills: Readonly<Record<string, string>>;
}

/** The map at the chosen depth beside the one it was made from, and how one of its numbers came about. */
export const DepthStage = memo(function DepthStage({ model, set, stills }: DepthStageProps) {
  const { state, chain, before, shown, trace, layerText } = model;
  return (
    <section className="sm-stage" aria-label="One depth">
      <ScanControls
        label="Go deeper"
        step={state.depth}
        steps={chain.sides.length}
        speed={state.speed}
        speeds={[4, 16, 64]}
        onStep={(depth) => set((now) => goTo(now, chain, depth))}
        onSpeed={(speed) => set({ speed })}
        describeStep={(depth) => `depth ${depth}: ${chain.sides[depth]} × ${chain.sides[depth]}`}
      />
      <div className="sm-maps">
        {before && (
          <StageMap map={before} stills={stills}>
            <MapCanvas
              label={before.label}
              rows={before.side}
              columns={before.side}
              picture={before.picture}
              still={stills[before.key]}
              window={trace?.window}
            />
          </StageMap>
        )}
        <StageMap map={shown} stills={stills}>
          <MapCanvas
            label={shown.label}
            rows={shown.side}
            columns={shown.side}
            picture={shown.picture}
            still={stills[shown.key]}
            values={shown.side <= 16 ? (shown.data ?? undefined) : undefined}
            selected={{ row: state.row, column: state.column }}
            onCell={({ row, column }, gesture) => gesture !== "hover" && set({ row, column })}
          />
        </StageMap>
        <div className="sm-how">
          <p className="sm-layer">{layerText}</p>
          <p>{model.fieldText}</p>
          <SumPanel model={model} />
        </div>
      </div>
      <div className="sm-profiles">
        {model.size && <ProfileChart profile={model.size} depth={state.depth} kind="line" />}
        {model.work && <ProfileChart profile={model.work} depth={state.depth} kind="bars" />}
      </div>
      <p className="sm-signal">{model.signalText}</p>
    </section>
  );
});

interface StageMapProps {
  readonly map: MapModel;
  readonly stills: Readonly<Record<string, string>>;
  readonly children: React.ReactNode;
}

function StageMap({ map, children }: StageMapProps) {
  return (
    <figure className="sm-map">
      <figcaption>
        <span className="sm-map-name">{map.label}</span>, {map.side} × {map.side}
      </figcaption>
      {children}
      {map.measure && (
        <ScaleLegend label="numbers" scale={map.scale} limit={map.limit} range={map.measure} />
      )}
    </figure>
  );
}
