import type { ComponentType } from "react";
import type { LabelledSet } from "../core/idx/digit-set";
import type { Request, Result, Tensor, Timed } from "../compute/types";
import type { Schema } from "../schema/schema";
import type { EngineSource } from "./engine-source";

/** What a widget holds that does not fit in a link: the reader's own pictures. */
export interface Assets {
  /** `[height, width, channels]`, values in [0, 1]; absent until a picture is given. */
  readonly picture?: Tensor;
  /** The reader's own labelled pictures; absent until files are given. */
  readonly digits?: LabelledSet;
}

/** The lines of code that do what the figure does, ready to paste. */
export interface CodeExample {
  readonly language: "pytorch" | "tfjs" | "numpy";
  readonly code: string;
}

/** The numbers behind the picture, for who would rather read than look. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Formatted; the first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** Row-major RGBA. */
export interface StillPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** A named state and the facts expected of it: test, lab entry, static first frame, screenshot. */
export interface WidgetCase<S, VM> {
  readonly name: string;
  readonly state: Partial<S>;
  /** Facts about the derived view model, stated as pairs of a sentence and a check. */
  readonly facts: Readonly<Record<string, (viewModel: VM) => boolean>>;
}

/** How a computation stands; the last good result stays while a newer one is pending. */
export type Computed<R> =
  | { readonly status: "idle"; readonly result: null }
  | { readonly status: "pending"; readonly result: R | null }
  | { readonly status: "ready"; readonly result: R; readonly milliseconds: number }
  | { readonly status: "failed"; readonly result: R | null; readonly error: Error };

/** What work that goes on longer than one request has shown so far. */
export interface SessionData {
  /** Where its last part was done, and how long it took; `null` before the first. */
  readonly timed: Timed | null;
}

/** The pure half of a widget; knows neither React nor the DOM. */
export interface WidgetModel<
  S extends object,
  R extends Result,
  VM,
  X extends SessionData = SessionData,
> {
  /**
   * What the engine should compute for this state, as plain data, or `null` for nothing; `session` is
   * `null` or absent before its work has begun.
   */
  request(state: S, assets: Assets, session?: X | null): Request | null;
  /**
   * A newer question calls off one that the engine has begun, instead of showing its answer on the
   * way: for long ones, where something else fills the time.
   */
  readonly impatient?: boolean;
  /**
   * Everything the eye and the ear need, formatted; `result` is the last good one or `null`,
   * `session` is `null` or absent before its work has begun.
   */
  derive(state: S, result: R | null, assets: Assets, session?: X | null): VM;
  /** The figure in one or two sentences, as a screen reader says it. */
  describe(viewModel: VM): string;
  /**
   * The same computation elsewhere, with the numbers of this state; it may check what it gets
   * against what `viewModel` shows.
   */
  code(state: S, viewModel?: VM): readonly CodeExample[];
  /** The figure's numbers as a table, asked for only when the reader opens it; `null` for none. */
  table?(viewModel: VM): DataTable | null;
  /** Pictures that `derive` has drawn, by key, for the served page; those of a result come by themselves. */
  stills?(viewModel: VM): Readonly<Record<string, StillPicture>>;
  /**
   * What the served page carries of an answer of numbers, as JSON, for the figure to come alive with
   * what its first frame says; `derive` takes it in place of a result.
   */
  carried?(viewModel: VM): object | null;
}

export interface ViewProps<S extends object, R extends Result, VM> {
  /** Unique on the page; prefixes ids inside the widget. */
  readonly id: string;
  readonly state: S;
  /** Merges a change into the state, repairs it, and writes the link. */
  readonly set: (change: Partial<S> | ((state: S) => Partial<S>)) => void;
  /** Back to the author's initial state. */
  readonly reset: () => void;
  readonly model: VM;
  readonly computed: Computed<R>;
  readonly assets: Assets;
  readonly setAssets: (assets: Assets) => void;
  /** Fields the author pinned: shown, not changeable. */
  readonly pinned: ReadonlySet<keyof S>;
  /** Pictures rendered at build time for the initial state, by view key; absent in the lab. */
  readonly stills: Readonly<Record<string, string>>;
  /** For what one request and its answer cannot say, such as a run that goes on; never at build time. */
  readonly engine: EngineSource;
}

/** A view that keeps work going, such as a training run, and says what has come of it. */
export interface SessionViewProps<
  S extends object,
  R extends Result,
  VM,
  X extends SessionData,
> extends ViewProps<S, R, VM> {
  /** `null` before the work has begun, and again when the reader starts over. */
  readonly session: X | null;
  readonly setSession: (session: X | null) => void;
}

export interface WidgetDefinition<
  S extends object,
  R extends Result,
  VM,
  X extends SessionData = SessionData,
> {
  /** Kebab-case, the folder's name; the MDX tag is its PascalCase. */
  readonly name: string;
  /** Sentence case; the figure's heading. */
  readonly title: string;
  /** What the reader should discover, one sentence. */
  readonly discover: string;
  readonly schema: Schema<S>;
  readonly model: WidgetModel<S, R, VM, X>;
  readonly cases: readonly WidgetCase<S, VM>[];
  /** Loads the view; its chunk is fetched only when the widget comes near the viewport. */
  readonly loadView: () => Promise<{
    readonly View: ComponentType<SessionViewProps<S, R, VM, X>>;
  }>;
}

/** A definition with its types hidden, as the registry holds it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a registry of widgets of different states
export type AnyWidget = WidgetDefinition<any, any, any, any>;

/** Declares a widget; the identity function that gives its parts their types. */
export function defineWidget<
  S extends object,
  R extends Result,
  VM,
  X extends SessionData = SessionData,
>(definition: WidgetDefinition<S, R, VM, X>): WidgetDefinition<S, R, VM, X> {
  return definition;
}
