import type { Answered } from "../view-model";
import { GreyPicture } from "./grey-picture";

export interface AnsweredListProps {
  readonly answered: readonly Answered[];
  readonly empty: string;
}

/** Pictures with what is right and what the network says. */
export function AnsweredList({ answered, empty }: AnsweredListProps) {
  if (answered.length === 0) return <p className="dt-quiet">{empty}</p>;
  return (
    <ul className="dt-answered">
      {answered.map(({ image, label, answer, right, note }, at) => (
        <li key={at} data-wrong={!right || undefined} title={note}>
          <GreyPicture label={`A ${label}`} image={image} />
          <span>
            {label}
            {answer !== null && !right && <span className="dt-wrong"> read as {answer}</span>}
          </span>
          <span className="dt-note">{note}</span>
        </li>
      ))}
    </ul>
  );
}
