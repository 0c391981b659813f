/** Longest wait for one answer of a device that can hang, in milliseconds. */
export const ANSWER_LIMIT = 5_000;
/** From the death of a device to the rejection of what waits for it, in milliseconds. */
export const LOSS_LIMIT = 5_500;
/**
 * A device that is not back by then is stood in for, in milliseconds after it was lost: before it is
 * made again, since opening a context holds its thread up until the GPU process has been restarted.
 */
export const STAND_IN_AFTER = 100;
/** Most multiply-accumulates that plain loops may stand in for: some tenths of a second. */
export const STAND_IN_MACS = 1e8;
/** After this silence the page takes an engine that should have answered for dead, in milliseconds. */
export const SILENCE_LIMIT = 5_800;
/** Longest wait for the first sign of life after a run is sent to an unwatched engine. */
export const STARTED_LIMIT = 3_000;
