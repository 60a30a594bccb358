import { load } from "jiyao";

const jiyao = await load();
document.querySelector("#thread").textContent = jiyao.thread;

let newest = new AbortController();
document.querySelector("textarea").addEventListener("input", async ({ target }) => {
  // What was typed before is not worth reading any more.
  newest.abort();
  newest = new AbortController();
  const { signal } = newest;
  try {
    const { reports } = await jiyao.analyze(target.value, { signal });
    const names = reports.flatMap(({ attendees }) => attendees.map(({ name }) => name));
    document.querySelector("#names").textContent = names.join("、");
  } catch (error) {
    if (!signal.aborted) console.error(error.code, error.message);
  }
});
