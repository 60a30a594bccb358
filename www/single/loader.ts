// The one script that stands in the file as it is: it unpacks the page's script and puts it into the document. The policy
// names the hashes of the two, so nothing else can run.
import { packedIn } from "./unpack.ts";

packedIn("page")
  .text()
  .then((code) => {
    const script = document.createElement("script");
    script.type = "module";
    script.textContent = code;
    document.body.append(script);
  });
