import type { Conv2dRequest, Conv2dSpec, RenderRequest, Request, Tensor } from "../types";
