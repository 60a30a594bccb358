import { readFile } from "node:fs/promises";
import { load } from "jiyao";

const EXAMPLE = "5月6日，青禾县防汛工作会议召开。县长林知远主持会议。县水利局局长昝国梁汇报了工作。";

const jiyao = await load();
const files = process.argv.slice(2);
const texts = files.length ? await Promise.all(files.map((file) => readFile(file, "utf8"))) : [EXAMPLE];
for (const text of texts) {
  const { reports } = await jiyao.analyze(text);
  for (const { meeting, attendees } of reports) {
    console.log(meeting.name?.text ?? "?");
    for (const { name, positions, roles } of attendees) console.log("  ", name, positions.join("、"), roles.join(","));
  }
}
jiyao.dispose();
