export { facts, factNamed } from "./registry";
