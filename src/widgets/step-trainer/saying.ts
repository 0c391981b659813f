import type { SmallLayerPass } from "../../core/backprop/small-layer";
import { MOMENTS } from "./moments";
import { nameOf, readId, type Quantity } from "./quantity";
import type { State } from "./schema";

/** What the slow motion is doing at its position, in a sentence. */
export function sayingOf({ moment, step }: State, pass: SmallLayerPass): string {
  const id = MOMENTS[moment]!.makes[0];
  if (!id) return `Step ${step + 1} begins with the weights as they are.`;
  const { quantity } = readId(id);
  return says[quantity](nameOf(id).replace("new ", ""), pass);
}

const says: Readonly<Record<Quantity, (name: string, pass: SmallLayerPass) => string>> = {
  z: (name) => `Forward. The window slides: ${name} is its products summed, plus the bias.`,
  y(_, { preActivation }) {
    const cut = preActivation.filter((z) => z < 0).length;
    return `Forward. ReLU makes every negative z 0; here that is ${cut} of ${preActivation.length}.`;
  },
  loss: () => "The loss: one number for how wrong all the outputs are.",
  dy: () => "Backward. The walk starts at the loss: how much does each output move it?",
  dz: () =>
    "Backward. ReLU is a gate: open where z was positive, shut elsewhere. What comes through is G.",
  dw: (name) => `Backward. ${name}: the inputs this weight has touched, each times its G.`,
  db: () => "Backward. The bias went into every output, so its slope is the sum of G.",
  dx: () => "Backward. For a layer before this one: G, padded, under the kernel turned by 180°.",
  w: (name) => `Update. ${name} moves against its slope, by the learning rate times as far.`,
  b: () => "Update. The bias moves against its slope too, and the step is done.",
};
