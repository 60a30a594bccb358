// Runs the tests with the module as it is published and with a debug build of it, and sends what came out to
// `cargo xtask test wasm` (xtask/src/browser.rs).
import { published, panicking } from "./cases.mjs";

const outcomes = [];

async function run(build, cases) {
  const jiyao = await import(`/${build}/jiyao.js`);
  await jiyao.default({ module_or_path: `/${build}/jiyao_bg.wasm` });
  for (const [name, test] of Object.entries(cases)) {
    let error = null;
    try {
      await test(jiyao);
    } catch (reason) {
      error = String(reason?.stack ?? reason);
    }
    outcomes.push({ name: `${build}: ${name}`, error });
  }
}

try {
  await run("release", published);
  await run("debug", published);
  await run("debug", panicking);
} catch (reason) {
  outcomes.push({ name: "the modules load", error: String(reason?.stack ?? reason) });
}
await fetch("/results", { method: "POST", body: JSON.stringify(outcomes) });
