import "./style/page.css";
import "./app/jiyao-app.ts";
