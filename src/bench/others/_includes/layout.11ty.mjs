export { default as render } from "./layout.mjs";
