export { facts, factNamed, type FactName } from "./registry";
