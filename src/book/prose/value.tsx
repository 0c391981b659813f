import { factNamed } from "../facts";

/** A computed number in running text; its source is the tooltip. */
export function Value({ of }: { of: string }) {
  const { text, source } = factNamed(of);
  return (
    <data className="prose-value" value={of} title={source}>
      {text}
    </data>
  );
}
