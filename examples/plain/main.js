import "./jiyao/element.js";
import { load } from "./jiyao/index.js";

const first = document.querySelector("#first");
first.addEventListener("jiyao-analysis", ({ detail: analysis }) => {
  document.querySelector("#awards").analysis = analysis;
});
first.addEventListener("jiyao-error", ({ detail: { code, message } }) => console.error(code, message));

// The same without an element.
const jiyao = await load();
const { reports } = await jiyao.analyze(document.querySelector("#first").value);
document.querySelector("#count").textContent = `${reports[0].attendees.length} / ${reports[0].directives.length}`;
