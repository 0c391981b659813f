import { expect, test } from "vitest";
import { createSceneSource, makeScene, type SceneSpec } from "./scene";

test("a source of scenes gives what is made afresh, whatever was asked before", () => {
  const sceneAt = createSceneSource();
  const spec: SceneSpec = { objects: 12, objectSize: 3, spacing: 8, noise: 0.4, seed: 7 };
  const asked = [spec, { ...spec, noise: 0.9 }, { ...spec, objects: 30, seed: 8 }, spec];
  for (const each of asked) expect(sceneAt(each)).toEqual(makeScene(each));
});
