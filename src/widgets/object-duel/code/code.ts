import type { CodeExample } from "../../../widget-kit/define-widget";
import { findersOf, type DuelState } from "../state";
import type { DuelModel } from "../view-model";
import { numpySearch, pythonKernels, pythonScene } from "./python";
import { tfjsExample } from "./tfjs";

/**
 * The whole duel, scene and all, in NumPy; its two convolutions in PyTorch and, where nothing is
 * learned, in tfjs. Each runs as it stands and checks what the figure shows.
 */
export function codeExamples(state: DuelState, model?: DuelModel): CodeExample[] {
  const answers = shownAnswers(state, model);
  const examples: CodeExample[] = [
    {
      language: "numpy",
      code: [pythonScene(state), pythonKernels(state, "numpy"), numpySearch(state, model)].join(
        "\n",
      ),
    },
    {
      language: "pytorch",
      code: [
        pythonScene(state, "import torch\nimport torch.nn.functional as F\n"),
        pythonKernels(state, "torch"),
        torchSearch(answers),
      ].join("\n"),
    },
  ];
  const learned = findersOf(state).some(({ kernel }) => kernel === "learned");
  if (!learned) examples.push({ language: "tfjs", code: tfjsExample(state, answers) });
  return examples;
}

/** An answer that the figure writes out: which finder's, where in its map, and what it is. */
export interface ShownAnswer {
  readonly finder: number;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

function shownAnswers({ row, column }: DuelState, model?: DuelModel): readonly ShownAnswer[] {
  if (!model) return [];
  return model.finders.flatMap(({ index, traceAt }) => {
    const trace = traceAt({ row, column });
    return trace ? [{ finder: index, ...trace.window, value: trace.output }] : [];
  });
}

function torchSearch(answers: readonly ShownAnswer[]): string {
  const checks = answers.map(
    ({ finder, row, column, value }) =>
      `assert abs(float(maps[${finder}][${row}, ${column}]) - ${value}) < 1e-4`,
  );
  return `
maps = []
for w, b in finders:
    x = torch.tensor(picture)[None, None]
    kernel = torch.tensor(w, dtype=torch.float32)[None, None]
    maps.append(F.conv2d(x, kernel)[0, 0] + float(b))
    print(tuple(kernel.shape[2:]), "answers with a map of", tuple(maps[-1].shape))
${checks.join("\n")}
`;
}
