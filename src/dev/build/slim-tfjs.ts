import type { Plugin } from "vite";

/**
 * tfjs's WebGL backend takes one function, |x| on the processor, from a module that takes the whole
 * namespace of the CPU backend apart, ragged tensors, n-grams, 64-bit hashes and all; so no bundler
 * can leave the rest out. This module in its place saves a reader some 10 kB. A kernel that needs
 * more of it fails the build by name.
 */
const SHARED = /tfjs-backend-webgl[\\/]dist[\\/]kernel_utils[\\/]shared\.js$/;
const USED =
  'export { simpleAbsImpl as simpleAbsImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Abs";';

/** Leaves out what the WebGL backend's kernels, none of which the book registers, would need. */
export function slimTfjs(): Plugin {
  return {
    name: "book:slim-tfjs",
    enforce: "pre",
    transform: { filter: { id: SHARED }, handler: () => ({ code: USED, map: null }) },
  };
}
