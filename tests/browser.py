"""A browser for tests: what a hand does, and what an eye sees."""

import json
import re
import shutil
import subprocess
import time
from urllib.request import urlopen

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


class Browser:
    """Chromium without a network, driven by its own protocol (CDP)."""

    def __init__(self, folder, width=1400, height=900):
        from websocket import create_connection  # Jupyter brings it along

        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]
        flags += ["--remote-debugging-port=0", "--remote-allow-origins=*"]
        flags += ["--disable-background-networking", "--host-resolver-rules=MAP * ~X"]
        flags += [f"--user-data-dir={folder}", f"--window-size={width},{height}"]
        self.process = subprocess.Popen(
            [BROWSER, *flags, "about:blank"], stderr=subprocess.DEVNULL
        )
        port = folder / "DevToolsActivePort"
        self.wait(lambda: port.exists() and port.read_text().count("\n"))
        where = f"http://127.0.0.1:{port.read_text().split()[0]}/json/list"
        with urlopen(where) as tabs:
            tab = next(t for t in json.load(tabs) if t["type"] == "page")
        self.socket = create_connection(tab["webSocketDebuggerUrl"], timeout=60)
        self.number, self.errors, self.loaded = 0, [], []
        for domain in ("Page", "Runtime", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method, **parameters):
        self.number += 1
        message = dict(id=self.number, method=method, params=parameters)
        self.socket.send(json.dumps(message))
        while (got := json.loads(self.socket.recv())).get("id") != self.number:
            if got["method"] == "Runtime.exceptionThrown":
                self.errors.append(got["params"])
            if got["method"] == "Network.requestWillBeSent":
                self.loaded.append(got["params"]["request"]["url"])
        return got["result"]

    def wait(self, condition):
        until = time.time() + 60
        while not (found := condition()):
            assert time.time() < until, "waited in vain"
            time.sleep(0.05)
        return found

    def js(self, code):
        options = dict(returnByValue=True, awaitPromise=True, userGesture=True)
        got = self.send("Runtime.evaluate", expression=code, **options)
        assert "exceptionDetails" not in got, got
        return got["result"].get("value")

    def go(self, path, state=""):
        """Open a file of the site, and wait until it shows the epoch of `state`."""
        self.send("Page.navigate", url=path.as_uri() + state)
        self.wait(lambda: self.js("document.readyState") == "complete")

        if epoch := re.search(r"&epoch=(\d+)", state):
            self.wait(lambda: self.see()["epoch"] == epoch[1])

    def see(self):
        """Return what the page shows: {data-name: text}, after the next frames."""
        self.js("new Promise((done) => setTimeout(done, 150))")
        every = "[...document.querySelectorAll('output[data-name]')]"
        return dict(self.js(f"{every}.map((e) => [e.dataset.name, e.textContent])"))

    def click(self, selector, to=(0, 0), times=1):
        """Press on the middle of an element, move the mouse, and release it."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.js(f"{found}.scrollIntoView({{ block: 'nearest' }})")
        box = self.js(f"{found}.getBoundingClientRect().toJSON()")
        at = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        for kind in ("mousePressed", "mouseMoved", "mouseReleased"):
            if kind == "mouseMoved":
                at = [at[0] + to[0], at[1] + to[1]]
            where = dict(x=at[0], y=at[1], button="left", buttons=1, clickCount=times)
            self.send("Input.dispatchMouseEvent", type=kind, **where)

    def type(self, selector, text):
        self.click(selector, times=3)  # marks what stands there
        self.send("Input.insertText", text=text)

    def press(self, key, code):
        for kind in ("keyDown", "keyUp"):
            key_event = dict(key=key, code=key, windowsVirtualKeyCode=code)
            self.send("Input.dispatchKeyEvent", type=kind, **key_event)
