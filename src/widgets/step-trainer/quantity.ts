/** What a training step works out, in the order in which it does. */
export type Quantity = "z" | "y" | "loss" | "dy" | "dz" | "dw" | "db" | "dx" | "w" | "b";

/** One number of a quantity, such as `dw2`; squares count row by row. */
export type NumberId = `${Quantity}${number}`;

export const SIZES: Readonly<Record<Quantity, number>> = {
  z: 4,
  y: 4,
  loss: 1,
  dy: 4,
  dz: 4,
  dw: 4,
  db: 1,
  dx: 9,
  w: 4,
  b: 1,
};

export const numberIds = (quantity: Quantity): readonly NumberId[] =>
  Array.from({ length: SIZES[quantity] }, (_, at) => `${quantity}${at}` as const);

export const allNumbers: readonly NumberId[] = (Object.keys(SIZES) as Quantity[]).flatMap(
  numberIds,
);

/** The quantity and the place in it. */
export function readId(id: NumberId): { readonly quantity: Quantity; readonly at: number } {
  return { quantity: id.slice(0, -1) as Quantity, at: Number(id.at(-1)) };
}

const names: Readonly<Record<Quantity, string>> = {
  z: "z",
  y: "y",
  loss: "L",
  dy: "dL/dy",
  dz: "G",
  dw: "dL/dw",
  db: "dL/db",
  dx: "dL/dx",
  w: "new w",
  b: "new b",
};

/** `dL/dw at row 0, column 1`; `short` writes `dL/dw[0][1]`. */
export function nameOf(id: NumberId, form: "long" | "short" = "long"): string {
  const { quantity, at } = readId(id);
  const side = Math.sqrt(SIZES[quantity]);
  if (side === 1) return names[quantity];
  const [row, column] = [Math.floor(at / side), at % side];
  return form === "short"
    ? `${names[quantity]}[${row}][${column}]`
    : `${names[quantity]} at row ${row}, column ${column}`;
}
