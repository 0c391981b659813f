import "./prose.css";
import { Answer } from "./answer";
import { Aside } from "./aside";
import { Definition } from "./definition";
import { Definitions } from "./definitions";
import { Exercise } from "./exercise";
import { Exercises } from "./exercises";
import { DescentPaths } from "./figures/descent-paths";
import { ExperimentTable } from "./figures/experiment-table";
import { FitRuns } from "./figures/fit-runs";
import { GainTable } from "./figures/gain-table";
import { HandStep } from "./figures/hand-step";
import { LearnedKernels } from "./figures/learned-kernels";
import { RateRuns } from "./figures/rate-runs";
import { ReceptiveFieldStack } from "./figures/receptive-field-stack";
import { SobelPatch } from "./figures/sobel-patch";
import { WindowCounts } from "./figures/window-counts";
import { WindowPlaces } from "./figures/window-places";
import { WindowSum } from "./figures/window-sum";
import { Formula } from "./formula";
import { FurtherReading } from "./further-reading";
import { Misconception } from "./misconception";
import { Objectives } from "./objectives";
import { Predict } from "./predict";
import { SeedNote } from "./seed-note";
import { SummaryCard } from "./summary-card";
import { Term } from "./term";
import { Value } from "./value";

/**
 * What a chapter may write beside Markdown, by name and without imports. All of it is rendered
 * while the book is built; none of it reaches the browser as code.
 */
export const vocabulary = {
  Answer,
  Aside,
  Definition,
  Definitions,
  DescentPaths,
  Exercise,
  Exercises,
  ExperimentTable,
  FitRuns,
  Formula,
  FurtherReading,
  GainTable,
  HandStep,
  LearnedKernels,
  Misconception,
  Objectives,
  Predict,
  RateRuns,
  ReceptiveFieldStack,
  SeedNote,
  SobelPatch,
  SummaryCard,
  Term,
  Value,
  WindowCounts,
  WindowPlaces,
  WindowSum,
};
