/** What every control takes besides its own props. */
export interface ControlProps {
  readonly disabled?: boolean | undefined;
  /** Why the control is disabled, one short sentence; shown beside it while it is. */
  readonly reason?: string | undefined;
}

/** What stands under a control: why it is disabled, else its hint. */
export function noteOf(props: ControlProps & { readonly hint?: string | undefined }) {
  return (props.disabled ? props.reason : undefined) ?? props.hint;
}

/** Ids of the texts a field shows, for `aria-describedby`; undefined when it shows none. */
export function describedBy(
  id: string,
  texts: { readonly hint?: unknown; readonly error?: unknown },
) {
  const ids = [texts.error ? `${id}-error` : "", texts.hint ? `${id}-hint` : ""].filter(Boolean);
  return ids.length ? ids.join(" ") : undefined;
}
