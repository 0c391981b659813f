import "./lab.css";
import { createRoot } from "react-dom/client";
import { createEngineSource } from "../../widget-kit/engine-source";
import { widgetLoaders } from "../../widgets/registry";
import { Lab } from "./lab";

const widgets = await Promise.all(
  Object.values(widgetLoaders).map(async (load) => {
    const { default: definition } = await load();
    const { View } = await definition.loadView();
    return { definition, View };
  }),
);
createRoot(document.getElementById("lab")!).render(
  <Lab widgets={widgets} engine={createEngineSource()} />,
);
