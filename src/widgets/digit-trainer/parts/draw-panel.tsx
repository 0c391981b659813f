import { colorize } from "../../../core/color/colorize";
import { formatInteger, formatNumber } from "../../../core/format/number";
import { Button } from "../../../ui/button";
import { Message } from "../../../ui/message";
import { Toggle } from "../../../ui/toggle";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { Board } from "./board";
import { Chances } from "./chances";
import { GreyPicture } from "./grey-picture";
import type { PartProps } from "./trainer-props";
import "./draw-panel.css";

/** The reader's own digit: how it is prepared, how it is read, and why. */
export function DrawPanel({ model, set, pinned }: PartProps) {
  const { reading, state, classes } = model;
  if (!reading) return null;
  const { input, steps, probabilities, answer, otherwise, why, note } = reading;
  return (
    <div className="dt-draw">
      <div className="dt-two">
        <section>
          <h4>Draw a digit</h4>
          <Board strokes={state.strokes} onChange={(strokes) => set({ strokes })} />
          <div className="dt-buttons">
            <Button onPress={() => set({ strokes: [] })} disabled={state.strokes.length === 0}>
              Clear
            </Button>
            <Button
              onPress={() => set({ strokes: state.strokes.slice(0, -1) })}
              disabled={state.strokes.length === 0}
            >
              Undo a stroke
            </Button>
          </div>
          <p className="dt-quiet">
            With keys: arrows move the pen, Space puts it down and lifts it, Backspace takes a
            stroke away.
          </p>
        </section>
        <section>
          <h4>{answer === null ? "Nothing is read yet" : `It reads: ${classes[answer] ?? ""}`}</h4>
          <Message kind="note">{note}</Message>
          <Chances label="Probability of each digit" classes={classes} values={probabilities} />
          {otherwise && <p>{otherwise}</p>}
          <p className="dt-badge">
            <strong>Reading only.</strong> One forward pass: no loss, no gradient, no update.
            Checksum of the {formatInteger(reading.parameters)} weights:{" "}
            <code>{reading.checksum}</code>. Draw as much as you like, it stays the same.
          </p>
        </section>
      </div>
      <section>
        <h4>How it is prepared</h4>
        <Toggle
          label="Crop, fit and centre the drawing, as the training pictures were"
          checked={state.prepare}
          onChange={(prepare) => set({ prepare })}
          disabled={pinned("prepare")}
        />
        <ol className="dt-steps" data-off={!state.prepare || undefined}>
          {steps.map(({ name, note: about, image }, at) => (
            <li key={name} data-used={(state.prepare ? at === 3 : at === 0) || undefined}>
              {image ? (
                <GreyPicture label={`${name}: ${about}`} image={image} />
              ) : (
                <span className="dt-blank" />
              )}
              <strong>{name}</strong>
              <span className="dt-quiet">{about}</span>
            </li>
          ))}
        </ol>
      </section>
      {why && input && answer !== null && (
        <section>
          <h4>Which pixels speak for {classes[answer]}?</h4>
          <div className="dt-why">
            <div className="dt-why-map">
              <MapCanvas
                label={`Gradient times ink for ${classes[answer] ?? ""}`}
                rows={28}
                columns={28}
                picture={{
                  width: 28,
                  height: 28,
                  pixels: colorize([why.contributions], 28, 28, {
                    kind: "signed",
                    limit: why.limit,
                  }).pixels,
                }}
                variant="thumb"
              />
            </div>
            <p>
              Each pixel’s ink times the slope of the score of {classes[answer]} by that pixel
              (gradient × input). Orange ink speaks for it, blue ink against it, as far as a slope
              can tell. All of it adds up to {formatNumber(why.sum)}; the score itself is{" "}
              {formatNumber(why.logit)}. The rest comes from biases and bends.
            </p>
          </div>
        </section>
      )}
    </div>
  );
}
