import "jiyao/element";

const analyzer = document.querySelector("jiyao-analyzer");
analyzer.addEventListener("jiyao-analysis", ({ detail: { reports } }) => {
  const names = reports.flatMap(({ attendees }) => attendees.map(({ name }) => name));
  document.querySelector("#names").textContent = names.join("、");
});
analyzer.value = "5月6日，青禾县防汛工作会议召开。县长林知远主持会议。林知远强调，一是要把隐患排查落实到每个村组。";
