// The editor of the query page, as the global Yasgui; its style sheet comes along.
import "@zazuko/yasgui/build/yasgui.min.css";
import Yasgui from "@zazuko/yasgui/build/yasgui.esm.js";

window.Yasgui = Yasgui;
