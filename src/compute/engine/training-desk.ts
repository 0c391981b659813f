import type { DeviceMemory } from "../device/device";
import type { createTrainings, loopsOf } from "../jobs/training/open-trainings";
import type { TrainingRequest, TrainingResult } from "../training";
import type { Tier } from "../types";
import { createAttempt, type Effort } from "./effort";

type Code = { createTrainings: typeof createTrainings; loopsOf: typeof loopsOf };

/** Where an engine takes requests about training; the code comes with the first of them. */
export interface TrainingDesk {
  /** `asked` is the tier that the reader asked for. */
  serve(request: TrainingRequest, asked: Tier | "auto", effort: Effort): Promise<Trained>;
  memory(): DeviceMemory;
  clear(): void;
}

export interface Trained {
  readonly result: TrainingResult;
  readonly milliseconds: number;
  /** Whose loops did the work. */
  readonly tier: Tier;
}

/** Training runs of one engine: they live beside its devices and outlive them. */
export function createTrainingDesk(turn: (callBack: () => void) => void): TrainingDesk {
  let trainings: ReturnType<typeof createTrainings> | null = null;

  async function open(): Promise<Code> {
    const code = await import("../jobs/training/open-trainings");
    trainings ??= code.createTrainings();
    return code;
  }

  return {
    async serve(request, asked, effort) {
      const { loopsOf: loops } = await open();
      const start = performance.now();
      const { breathe } = createAttempt(effort, turn);
      const result = await trainings!.run(request, loops(asked), breathe);
      const did = "loops" in result && result.loops === "plain" ? "cpu" : "wasm";
      return { result, milliseconds: performance.now() - start, tier: did };
    },
    memory: () => trainings?.memory() ?? { tensors: 0, bytes: 0 },
    clear: () => trainings?.clear(),
  };
}
