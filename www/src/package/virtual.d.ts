// What package/build.mjs puts into the inline entry.

/** The wasm module: base64 of gzip. */
declare module "virtual:jiyao/wasm" {
  const packed: string;
  export default packed;
}

/** The worker as one classic script. */
declare module "virtual:jiyao/worker" {
  const script: string;
  export default script;
}
