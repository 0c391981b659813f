import type { OptimizerSpec } from "../../../core/optim/optimizer";
import type { Net, Rest } from "../../ops/train/net";
import { applyUpdate, norm, type Memory } from "../../ops/train/updates";
import type {
  Augmentation,
  StepDetail,
  StepReport,
  TrainLoops,
  TrainProgress,
  TrainSnapshot,
} from "../../training";
import { moveExample } from "./augment";
import type { Checkpoints } from "./checkpoints";
import type { DataSet } from "./data";
import { detailOf } from "./detail";
import { epochOrder } from "./order";
import { deadShares } from "./report";
import { rateAt, settingsAt, type Settings } from "./settings";
import { putBack, takeSnapshot } from "./snapshot";

/** What a run is made of; whoever makes it frees it by letting go. */
export interface RunParts {
  readonly id: string;
  readonly net: Net;
  readonly loops: TrainLoops;
  readonly data: DataSet;
  readonly validation: Readonly<Record<string, DataSet>>;
  /** Sets drawn by code, by what they were asked for as. */
  readonly sources: ReadonlyMap<string, DataSet>;
  readonly seed: number;
  readonly batchSize: number;
  readonly augmentation: Augmentation | null;
  readonly checkpointEvery: number;
  readonly checkpoints: Checkpoints;
  readonly history: readonly Settings[];
}

/** What one step may be asked for besides being taken. */
interface Wanted {
  readonly report: boolean;
  readonly detail?: boolean | readonly string[];
}

interface Taken {
  readonly report: StepReport | null;
  readonly detail: StepDetail | null;
}

/** One training run: a net, its data, and where it stands. */
export class Run {
  readonly #memories: readonly Memory[];
  readonly #labels: Uint8Array;
  #history: readonly Settings[];
  #step = 0;
  #optimizerStep = 0;
  #order: { readonly epoch: number; readonly places: Uint32Array } | null = null;

  constructor(readonly parts: RunParts) {
    this.#history = parts.history;
    this.#labels = new Uint8Array(parts.net.capacity);
    this.#memories = parts.net.learned.map(({ values }) => ({
      first: new Float32Array(values.length),
      second: new Float32Array(values.length),
    }));
    this.#restore(parts.checkpoints.before(Infinity));
  }

  get step(): number {
    return this.#step;
  }

  get history(): readonly Settings[] {
    return this.#history;
  }

  get stepsPerEpoch(): number {
    return Math.ceil(this.parts.data.count / this.parts.batchSize);
  }

  get progress(): TrainProgress {
    const { id, loops } = this.parts;
    const { stepsPerEpoch } = this;
    const epoch = this.#step / stepsPerEpoch;
    return { run: id, step: this.#step, epoch, stepsPerEpoch, loops };
  }

  /** Bytes of buffers, memories and checkpoints, without the data. */
  get bytes(): number {
    const learned = this.parts.net.learned.reduce((sum, { values }) => sum + values.byteLength, 0);
    return this.parts.net.bytes + 2 * learned + this.parts.checkpoints.bytes;
  }

  snapshot(): TrainSnapshot {
    return takeSnapshot(this.#weights, this.#step, this.#optimizerStep);
  }

  /** Other settings from here on; another kind of optimiser begins without memories. */
  change(settings: Partial<Omit<Settings, "from">>): void {
    const now = settingsAt(this.#history, this.#step);
    const next = { ...now, ...settings, from: this.#step };
    if (JSON.stringify({ ...now, from: 0 }) === JSON.stringify({ ...next, from: 0 })) return;
    this.#history = [...this.#history.filter(({ from }) => from < this.#step), next];
  }

  /** Takes one step whole, or throws and takes none. */
  async advance(rest: Rest, wanted: Wanted): Promise<Taken> {
    const { net, checkpoints, checkpointEvery } = this.parts;
    const settings = settingsAt(this.#history, this.#step);
    const before = net.statistics();
    const examples = this.#examples();
    const batch = examples.length;
    this.#gather(examples);
    let rows;
    try {
      rows = await net.forward(this.#labels, batch, true, rest);
      await net.backward(batch, rest);
    } catch (error) {
      net.restoreStatistics(before);
      throw error;
    }
    this.#forgetAtChange(settings);
    const rate = rateAt(settings, this.#step);
    const optimizer = { ...settings.optimizer, learningRate: rate };
    const old = wanted.detail ? this.snapshot().parameters : null;
    const { norms, ratios } = this.#update(optimizer, wanted.report);
    this.#step++;
    if (this.#step % checkpointEvery === 0 && checkpoints.before(this.#step).step < this.#step)
      checkpoints.add(this.snapshot());
    return {
      report: wanted.report
        ? {
            step: this.#step,
            loss: rows.loss,
            accuracy: rows.correct / batch,
            learningRate: rate,
            gradientNorm: norms,
            updateRatio: ratios,
            deadShare: deadShares(net, batch),
          }
        : null,
      detail: old && detailOf(net, examples, this.#labels, old, wanted.detail ?? true),
    };
  }

  /** Goes back to a step, by the last checkpoint before it and the same steps again. */
  async rewind(step: number, rest: Rest): Promise<void> {
    const { checkpoints } = this.parts;
    checkpoints.cut(step);
    this.#history = this.#history.filter(({ from }, at) => at === 0 || from <= step);
    this.#restore(checkpoints.before(step));
    while (this.#step < step) await this.advance(rest, { report: false });
  }

  #restore(snapshot: TrainSnapshot): void {
    putBack(this.#weights, snapshot);
    this.#step = snapshot.step;
    this.#optimizerStep = snapshot.optimizerStep;
  }

  get #weights() {
    return { net: this.parts.net, memories: this.#memories };
  }

  /** Places in the data of the next step's batch. */
  #examples(): Uint32Array {
    const { data, seed, batchSize } = this.parts;
    const epoch = Math.floor(this.#step / this.stepsPerEpoch);
    if (this.#order?.epoch !== epoch)
      this.#order = { epoch, places: epochOrder(seed, epoch, data.count) };
    const from = (this.#step - epoch * this.stepsPerEpoch) * batchSize;
    return this.#order.places.subarray(from, from + batchSize);
  }

  #gather(examples: Uint32Array): void {
    const { data, net, augmentation, seed } = this.parts;
    const { values, shape } = net.input;
    const size = values.length / net.capacity;
    examples.forEach((place, row) => {
      const from = place * size;
      if (augmentation) {
        const at = { seed, step: this.#step, row };
        moveExample(data.images, from, values, row * size, shape, augmentation, at);
      } else values.set(data.images.subarray(from, from + size), row * size);
      this.#labels[row] = data.labels[place]!;
    });
  }

  #forgetAtChange({ from, optimizer }: Settings): void {
    if (from !== this.#step || from === 0) return;
    const earlier = settingsAt(this.#history, from - 1) as Settings | undefined;
    if (!earlier || earlier.optimizer.name === optimizer.name) return;
    this.#optimizerStep = 0;
    for (const { first, second } of this.#memories) {
      first.fill(0);
      second.fill(0);
    }
  }

  #update(optimizer: OptimizerSpec, report: boolean) {
    const norms: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    this.#optimizerStep++;
    this.parts.net.learned.forEach((learned, at) => {
      const length = report ? norm(learned.values) : 0;
      if (report) norms[learned.name] = norm(learned.gradient);
      const moved = applyUpdate(optimizer, this.#optimizerStep, learned, this.#memories[at]!);
      if (report) ratios[learned.name] = moved === 0 ? 0 : moved / length;
    });
    return { norms, ratios };
  }
}
