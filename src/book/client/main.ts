import "katex/dist/katex.min.css";
import "../../ui/font.css";
import "../styles/book.css";
import { startArrival } from "./arrival";
import { startIslands } from "./islands";
import { startMenus } from "./menus";
import { startOutline } from "./outline";
import { startScrollers } from "./scrollers";
import { startView } from "./view";

startView(document);
startMenus(document);
startOutline(document);
startScrollers(document);
startIslands(document);
startArrival(document, window);
