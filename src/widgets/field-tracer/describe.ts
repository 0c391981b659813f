import type { FieldTracerModel } from "./view-model";

/** The figure in words. */
export function describeModel({
  layerName,
  unit,
  field,
  seen,
  onPadding,
  bell,
  asked,
}: FieldTracerModel): string {
  const where =
    unit.depth === 0
      ? `Pixel (${unit.row}, ${unit.column}) of the input sees itself.`
      : `Unit (${unit.row}, ${unit.column}) of ${layerName} has a receptive field of ` +
        `${field.size} × ${field.size} pixels, ${onPadding > 0 ? `${seen.rows} × ${seen.columns} of them on the picture; its neighbours` : "all on the picture; its neighbours"} look ` +
        `${field.jump} ${field.jump === 1 ? "pixel" : "pixels"} away.`;
  // While a prediction is asked for, the answer is not given away here.
  return bell && !asked ? `${where} ${bell.verdict}` : where;
}
