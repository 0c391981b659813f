export function findChromium(): Promise<string | undefined>;
export const softwareFlags: string[];
