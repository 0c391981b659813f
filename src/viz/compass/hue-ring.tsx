import { angleEntry } from "../../core/color/colorize";
import { palette } from "../../core/color/palette";

interface HueRingProps {
  readonly inner: number;
  readonly outer: number;
}

const segments = 72;

/** The hue of every direction: 0 to the right, turning clockwise on the screen because y is down. */
export function HueRing({ inner, outer }: HueRingProps) {
  const table = palette("angle");
  return (
    <g>
      {Array.from({ length: segments }, (_, segment) => {
        const direction = (segment / segments) * 2 * Math.PI;
        const entry = angleEntry(Math.cos(direction), Math.sin(direction));
        const rgb = [0, 1, 2].map((byte) => table[entry * 4 + byte]).join(" ");
        return <path key={segment} d={ringSegment(segment, inner, outer)} fill={`rgb(${rgb})`} />;
      })}
    </g>
  );
}

function ringSegment(segment: number, inner: number, outer: number): string {
  const turn = (2 * Math.PI) / segments;
  const corner = (radius: number, at: number) =>
    `${(radius * Math.cos(at)).toFixed(2)} ${(radius * Math.sin(at)).toFixed(2)}`;
  // A hair wider than its share: neighbours without a seam.
  const [from, to] = [(segment - 0.52) * turn, (segment + 0.52) * turn];
  return `M${corner(inner, from)}L${corner(outer, from)}L${corner(outer, to)}L${corner(inner, to)}z`;
}
