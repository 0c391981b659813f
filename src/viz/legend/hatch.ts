import { HATCH } from "../../core/color/palette";

const css = ([red, green, blue]: readonly number[]) => `rgb(${red} ${green} ${blue})`;

/** The hatch of values that are no finite numbers, as CSS colours; the pictures' own two. */
export const hatchColors = { light: css(HATCH[0]), dark: css(HATCH[1]) } as const;
