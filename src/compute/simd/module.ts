import { i32, unsigned, type Code } from "./instructions";

/** Kinds of value, by their codes in the binary format. */
export const kind = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type Kind = (typeof kind)[keyof typeof kind];

/** A variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
  /** Sets and leaves the value. */
  tee(value: Code): Code;
}

/** What a function body is written with. */
export interface Body {
  local(of: Kind): Local;
  /** A variable set to a value right away. */
  let(of: Kind, value: Code): { readonly code: Code; readonly local: Local };
  /** Repeats `code` while `counter`, stepped after each round, stays below `end`; at least once. */
  loop(counter: Local, step: number | Local, end: Code, code: Code): Code;
}

export interface FunctionSpec {
  readonly name: string;
  readonly parameters: readonly Kind[];
  readonly write: (body: Body, ...parameters: readonly Local[]) => Code;
}

function localAt(index: number): Local {
  const at = unsigned(index);
  return {
    get: [0x20, at],
    set: (value) => [value, 0x21, at],
    tee: (value) => [value, 0x22, at],
  };
}

function flat(code: Code, into: number[] = []): number[] {
  if (typeof code === "number") into.push(code);
  else for (const part of code) flat(part, into);
  return into;
}

const list = (items: readonly Code[]): Code => [unsigned(items.length), items];
const section = (id: number, content: Code): Code => {
  const bytes = flat(content);
  return [id, unsigned(bytes.length), bytes];
};
const nameBytes = (name: string): Code => list([...new TextEncoder().encode(name)]);

const amount = (step: number | Local): Code =>
  typeof step === "number" ? i32.const(step) : step.get;

function bodyOf({ parameters, write }: FunctionSpec): Code {
  const kinds: Kind[] = [];
  const local = (of: Kind): Local => localAt(parameters.length + kinds.push(of) - 1);
  const body: Body = {
    local,
    let(of, value) {
      const made = local(of);
      return { code: made.set(value), local: made };
    },
    loop: (counter, step, end, code) => [
      [0x03, 0x40, code],
      [i32.ltU(counter.tee(i32.add(counter.get, amount(step))), end), 0x0d, 0x00, 0x0b],
    ],
  };
  const code = write(body, ...parameters.map((_, index) => localAt(index)));
  const bytes = flat([list(kinds.map((of) => [1, of])), code, 0x0b]);
  return [unsigned(bytes.length), bytes];
}

/**
 * The binary of a WebAssembly module whose functions give nothing back and work on one memory, which
 * is exported as `memory` and begins with `pages` of 64 KiB.
 *
 * Source: WebAssembly Core Specification 2.0, chapter 5.
 */
export function assemble(
  functions: readonly FunctionSpec[],
  pages: number,
): Uint8Array<ArrayBuffer> {
  const exported = functions.map(({ name }, at) => [nameBytes(name), 0x00, unsigned(at)]);
  return Uint8Array.from(
    flat([
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, list(functions.map(({ parameters }) => [0x60, list(parameters), 0]))),
      section(3, list(functions.map((_, at) => unsigned(at)))),
      section(5, list([[0x00, unsigned(pages)]])),
      section(7, list([...exported, [nameBytes("memory"), 0x02, 0]])),
      section(10, list(functions.map(bodyOf))),
    ]),
  );
}
