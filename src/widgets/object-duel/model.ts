import type { DetectionRequest, DetectionResult } from "../../compute/types";
import { createSceneSource, type Scene, type SceneSpec } from "../../core/detection/scene";
import type { WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code/code";
import { describeDuel } from "./describe";
import { factRows } from "./facts";
import { finderModel } from "./finder";
import { presetOf } from "./presets";
import { findersOf, sceneOf, type DuelState } from "./state";
import { duelTable } from "./table";
import { truthOf, verdictOf } from "./verdict";
import type { DuelModel } from "./view-model";

export type Duel = WidgetModel<DuelState, DetectionResult, DuelModel>;

/** The duel without its face. It keeps the last scene, of which sums are written out. */
export function createModel(): Duel {
  const sceneAt = createScenes();
  return {
    request: (state): DetectionRequest => ({
      job: "detection",
      scene: sceneOf(state),
      finders: findersOf(state),
      trainingScenes: state.trainingScenes,
    }),
    derive: (state, result) => derive(state, result, sceneAt),
    describe: describeDuel,
    code: codeExamples,
    table: duelTable,
  };
}

function derive(
  state: DuelState,
  result: DetectionResult | null,
  sceneAt: (spec: SceneSpec) => Scene,
): DuelModel {
  const spec = result?.scene ?? sceneOf(state);
  const objects = result?.objects ?? [];
  const scene = {
    picture: result?.pictures["scene"] ?? null,
    objects,
    objectSize: spec.objectSize,
    noise: spec.noise,
    note:
      result && objects.length < spec.objects
        ? `Only ${objects.length} of ${spec.objects} objects fit at this distance from each other.`
        : null,
  };
  const [wantedA, wantedB] = findersOf(state);
  const shared = { result, objectSize: spec.objectSize, image: () => sceneAt(spec).image };
  const a = finderModel({ ...shared, index: 0, wanted: wantedA, inner: null, cut: state.cutA });
  const b = finderModel({
    ...shared,
    index: 1,
    wanted: wantedB,
    inner: a.weights,
    cut: state.cutB,
  });
  const finders = [a, b] as const;
  const difference = result?.difference ?? null;
  return {
    preset: presetOf(state),
    scene,
    finders,
    rows: factRows(finders, scene),
    difference,
    verdict: verdictOf(finders, objects.length, difference),
    truth: truthOf(finders),
    place: { row: state.row, column: state.column },
  };
}

/** Makes scenes, and remembers the last. */
function createScenes(): (spec: SceneSpec) => Scene {
  const make = createSceneSource();
  let key = "";
  let scene: Scene | null = null;
  return (spec) => {
    const { objects, objectSize, spacing, noise, seed } = spec;
    const wanted = [objects, objectSize, spacing, noise, seed].join();
    if (!scene || wanted !== key) [key, scene] = [wanted, make(spec)];
    return scene;
  };
}
