// The one script that stands in the file as it is: it unpacks the page's script and puts it into the document. The policy
// names the hashes of these and of the script that opens files, so nothing else can run.
import { packedIn, run } from "./unpack.ts";

packedIn("page")
  .text()
  .then((code) => run(code, "module"));
