/** The part of Vite's manifest that tells which stylesheets a module brings. */
export type ModuleManifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly css?: readonly string[];
      readonly imports?: readonly string[];
    }
  >
>;

/** Stylesheets of some modules and of all they import statically, each once. */
export function stylesOf(manifest: ModuleManifest, modules: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (module: string): readonly string[] => {
    const chunk = manifest[module];
    if (!chunk || seen.has(module)) return [];
    seen.add(module);
    return [...(chunk.imports ?? []).flatMap(visit), ...(chunk.css ?? [])];
  };
  return [...new Set(modules.flatMap(visit))];
}
