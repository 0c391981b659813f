// `npm start`: installs if needed, builds the book, serves it and opens it.
// --no-open only prints the address; PORT chooses the port.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { installIfNeeded } from "./install.mjs";
import { root, tool } from "./run.mjs";
import { serveFolder } from "./static-server.mjs";

await installIfNeeded();
console.log("Building the book …");
const { code, output } = await tool("vite", ["build", "--logLevel", "error"], { quiet: true });
if (code !== 0) {
  console.error(output);
  process.exit(code);
}

const { url } = await serveFolder(resolve(root, "dist"), {
  port: Number(process.env.PORT ?? 4173),
});
console.log(`\nThe book is open at ${url}\nCtrl+C closes it.`);
if (!process.argv.includes("--no-open") && !process.env.CI) openInBrowser(url);

function openInBrowser(address) {
  const [program, ...parameters] = { darwin: ["open"], win32: ["cmd", "/c", "start", '""'] }[
    process.platform
  ] ?? ["xdg-open"];
  // The address is printed already; a machine without a desktop loses nothing.
  spawn(program, [...parameters, address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
