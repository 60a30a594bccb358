/** What is looked at of a build: its chunks and the modules in them. */
interface Build {
  output: readonly ({ type: "asset" } | { type: "chunk"; moduleIds: string[] })[];
}

export function notices(builds: readonly Build[]): string;
