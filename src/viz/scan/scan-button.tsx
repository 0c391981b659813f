type ScanIcon = "back" | "play" | "pause" | "forward";

interface ScanButtonProps {
  readonly label: string;
  readonly icon: ScanIcon;
  /** Stays focusable, so that stepping to the end does not throw the focus away. */
  readonly disabled: boolean;
  readonly onPress: () => void;
}

const paths: Readonly<Record<ScanIcon, string>> = {
  back: "M15 6v12L7 12zM5.5 6v12",
  play: "M8 5v14l11-7z",
  pause: "M8 5.5v13M16 5.5v13",
  forward: "M9 6v12l8-6zM18.5 6v12",
};

/** A button with a sign; its name is spoken and shown as a tooltip. */
export function ScanButton({ label, icon, disabled, onPress }: ScanButtonProps) {
  return (
    <button
      type="button"
      className="viz-scan-button"
      data-icon={icon}
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onPress()}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={paths[icon]} />
      </svg>
    </button>
  );
}
