"use strict";

// textual-serve's terminal begins when the window is loaded, by what stands in the data of its element.
const terminal = document.querySelector(".textual-terminal");
const websocket = new URL("ws", window.location.href);
websocket.protocol = "ws:";
websocket.search = "";
terminal.dataset.sessionWebsocketUrl = websocket.href;
terminal.dataset.fontSize = new URLSearchParams(window.location.search).get("fontsize") || "16";

const again = document.querySelector("button");
again.addEventListener("click", () => window.location.reload());

// Keys go to the app without a click first; when it has closed, Enter opens it again.
new MutationObserver(() => {
  const now = document.body.classList;
  if (now.contains("-closed")) again.focus();
  else if (now.contains("-loaded")) document.querySelector(".xterm-helper-textarea").focus();
}).observe(document.body, { attributeFilter: ["class"] });
