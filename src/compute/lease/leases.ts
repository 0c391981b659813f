import { ReleasedLeaseError } from "../errors";
import type { Lease, Tensor } from "../types";

/** The leases of one client. */
export interface Leases {
  /** A lease on a tensor that the device of this epoch keeps. */
  create(tensor: Tensor, epoch: number): Lease;
}

/**
 * A lease ends with its release or with its device. Afterwards reading its tensor or releasing it
 * throws `ReleasedLeaseError`; leaving a `using` block never does.
 */
export function createLeases(
  epoch: () => number,
  release: (tensor: Tensor, epoch: number) => void,
): Leases {
  return {
    create(tensor, born) {
      let released = false;
      const alive = () => {
        if (released) throw new ReleasedLeaseError("this lease was released before");
        if (epoch() !== born)
          throw new ReleasedLeaseError("the device that kept this lease is gone");
      };
      const end = () => {
        if (released) return;
        released = true;
        release(tensor, born);
      };
      return {
        get tensor() {
          alive();
          return tensor;
        },
        release() {
          alive();
          end();
        },
        [Symbol.dispose]: end,
      };
    },
  };
}
