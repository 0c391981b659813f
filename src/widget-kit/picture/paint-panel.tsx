import { useState } from "react";
import type { Tensor } from "../../core/tensor";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Slider } from "../../ui/slider";
import { PaintGrid } from "./paint-grid";
import { cleared, freshGrid, inverted, sizeOf } from "./painted-grid";

const sizes = [8, 12, 16].map((value) => ({ value, label: `${value} × ${value}` }));

export interface PaintPanelProps {
  /** `[size, size, 1]`, values in [0, 1]; used as it is, one cell a pixel. */
  readonly grid: Tensor;
  readonly onChange: (grid: Tensor) => void;
}

/** The grid to paint on, with its brush. */
export function PaintPanel({ grid, onChange }: PaintPanelProps) {
  const [brush, setBrush] = useState(1);
  return (
    <div className="picture-panel">
      <PaintGrid label="Painted picture" grid={grid} brush={brush} onChange={onChange} />
      <div className="picture-panel-side">
        <Slider label="Brush" value={brush} min={0} max={1} step={0.1} onChange={setBrush} />
        <Choice
          label="Grid"
          value={sizeOf(grid)}
          options={sizes}
          onChange={(size) => onChange(freshGrid(size))}
        />
        <div className="picture-row">
          <Button onPress={() => onChange(cleared(grid))}>Clear</Button>
          <Button onPress={() => onChange(inverted(grid))}>Invert</Button>
        </div>
        <p className="picture-hint">
          Drag to paint, or use the arrow keys and Space; + and − change a cell by a tenth.
        </p>
      </div>
    </div>
  );
}
