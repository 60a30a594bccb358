const frame = document.querySelector("iframe");
const address = `https://jiyao.example/embed.html?origin=${location.origin}`;
const { origin } = new URL(address);
const send = (message) => frame.contentWindow.postMessage({ jiyao: 1, ...message }, origin);

addEventListener("message", ({ source, origin: from, data }) => {
  if (source !== frame.contentWindow || from !== origin || data.jiyao !== 1) return;
  if (data.type === "ready") {
    send({
      type: "set",
      tables: "attendees directives",
      value: "5月6日，青禾县防汛工作会议召开。县长林知远主持会议。林知远强调，一是要把隐患排查落实到每个村组。",
    });
  } else if (data.type === "analysis") {
    const names = data.analysis.reports.flatMap(({ attendees }) => attendees.map(({ name }) => name));
    document.querySelector("#names").textContent = names.join("、");
  } else if (data.type === "error") console.error(data.code, data.message);
});

frame.addEventListener("load", () => send({ type: "hello" }));
frame.src = address;
