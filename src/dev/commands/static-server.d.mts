export interface ServeOptions {
  /** Path that the folder appears under, with a slash at both ends; default `"/"`. */
  readonly base?: string;
  /** A free one when absent or taken. */
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StaticServer {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export function serveFolder(folder: string, options?: ServeOptions): Promise<StaticServer>;
