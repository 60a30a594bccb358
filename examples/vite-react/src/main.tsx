import type { Analysis } from "jiyao";
import type { JiyaoAnalyzer } from "jiyao/element";
import "jiyao/element";
import { type DetailedHTMLProps, type HTMLAttributes, useState } from "react";
import { createRoot } from "react-dom/client";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "jiyao-analyzer": DetailedHTMLProps<HTMLAttributes<JiyaoAnalyzer>, JiyaoAnalyzer> & {
        value?: string;
        tables?: string;
        "onjiyao-analysis"?: (event: CustomEvent<Analysis>) => void;
      };
    }
  }
}

const REPORT = "5月6日，青禾县防汛工作会议召开。县长林知远主持会议。林知远强调，一是要把隐患排查落实到每个村组。";

function App() {
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const names = analysis?.reports.flatMap(({ attendees }) => attendees.map(({ name }) => name)) ?? [];
  return (
    <>
      <p id="names">{names.join("、")}</p>
      <jiyao-analyzer value={REPORT} onjiyao-analysis={({ detail }) => setAnalysis(detail)} />
    </>
  );
}

createRoot(document.querySelector("#root") as HTMLElement).render(<App />);
