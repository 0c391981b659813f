import type { WidgetCase } from "../../widget-kit/define-widget";
import type { DigitTrainerState } from "./state";
import type { DigitTrainerModel } from "./view-model";

const value = (model: DigitTrainerModel, name: string) =>
  model.facts.find((fact) => fact.name === name)?.value;

export const cases: readonly WidgetCase<DigitTrainerState, DigitTrainerModel>[] = [
  {
    name: "The book's first network, before its first step",
    state: {},
    facts: {
      "it has 9,098 parameters": (model) => value(model, "Parameters") === "9,098",
      "a picture takes 290,080 products": (model) =>
        value(model, "Multiply-accumulates a picture") === "290,080",
      "an epoch of 4,000 pictures has 125 steps": ({ progress }) => progress.stepsPerEpoch === 125,
      "its loss is near ln 10": ({ tiles }) =>
        Math.abs(Number(tiles[0]!.value) - Math.log(10)) < 0.2,
      "it guesses: a tenth or so is right": ({ tiles }) => parseFloat(tiles[1]!.value) < 25,
      "there are eight kernels to see": ({ firstKernels }) => firstKernels.kernels.length === 8,
      "the chosen picture's chances add up to 1": ({ chances }) =>
        Math.abs((chances ?? []).reduce((sum, one) => sum + one, 0) - 1) < 1e-5,
    },
  },
  {
    name: "Weights of zero",
    state: { init: "zeros", look: "kernels" },
    facts: {
      "every class has the same chance": ({ chances }) =>
        chances!.every((one) => Math.abs(one - 0.1) < 1e-6),
      "the loss is ln 10 to the last digit shown": ({ tiles }) => tiles[0]!.value === "2.303",
      "the kernels are empty": ({ kernels }) =>
        kernels!.kernels.every(({ values }) => values.every((one) => one === 0)),
    },
  },
  {
    name: "Shapes, with batch normalisation and a hidden layer",
    state: { data: "shapes", examples: 600, norm: true, hidden: 16, look: "maps" },
    facts: {
      "there are five classes": ({ classes }) => classes.length === 5,
      "the picture and two convolutions are shown": ({ maps }) => maps!.stages.length === 3,
    },
  },
  {
    name: "A small seven in the corner",
    state: { look: "draw" },
    facts: {
      "the drawing is fitted to 20 pixels": ({ reading }) =>
        Math.max(...reading!.steps[2]!.image!.shape) === 20,
      "it is read with weights that have a checksum": ({ reading }) =>
        /^[0-9a-f]{8}$/.test(reading!.checksum),
      "it is read, if only by dice": ({ reading }) =>
        Math.abs(reading!.probabilities!.reduce((sum, one) => sum + one, 0) - 1) < 1e-5,
    },
  },
  {
    name: "Four pools are one too many",
    state: {
      blocks: [4, 4, 4, 4].map((filters) => ({
        filters,
        size: 3,
        padding: "same",
        stride: 1,
        pool: filters === 4 ? "max" : "none",
      })),
      head: "average",
    },
    facts: {
      "28 is halved four times: 14, 7, 3, 1": ({ layers }) =>
        layers
          .filter(({ name }) => name === "max pool")
          .at(-1)!
          .shape.startsWith("1 × 1"),
    },
  },
];
