#!/usr/bin/env python3
"""A worker for Atelier in Python's standard library: claims clips over HTTP, makes them with ffmpeg, uploads them.

    ATELIER_URL=https://atelier.example ATELIER_WORKER_KEY=atl_wrk_... python3 worker.py

docs/worker-protocol.md is the protocol. Replace `render` by your model: it gets the spec and writes an H.264 MP4.
"""
import hashlib, json, os, signal, socket, subprocess, sys, tempfile, threading, time, urllib.error, urllib.parse, urllib.request, uuid

URL = os.environ.get("ATELIER_URL", "http://127.0.0.1:3000")
KEY = os.environ["ATELIER_WORKER_KEY"]
NAME = os.environ.get("WORKER_NAME", socket.gethostname())
state = {"token": KEY, "stopping": False}


def say(verb, body=None, bearer=None):
    """One word of the protocol: (status, answer). Refusals are answers; only a broken line raises."""
    headers = {"Authorization": "Bearer " + (bearer or state["token"]), "Content-Type": "application/json", "Atelier-Worker-Protocol": "1"}
    request = urllib.request.Request(urllib.parse.urljoin(URL, "/api/worker/v1/" + verb), json.dumps(body or {}).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def render(spec, target, is_ours):
    source = "testsrc2=s={width}x{height}:r={fps}:d={seconds}".format(**spec)
    command = [os.environ.get("FFMPEG_PATH", "ffmpeg"), "-v", "error", "-y", "-f", "lavfi", "-i", source]
    command += ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-movflags", "+faststart", target]
    process = subprocess.Popen(command)
    while process.poll() is None:
        if not is_ours():
            process.kill()
        time.sleep(0.1)
    if process.returncode != 0:
        raise RuntimeError("ffmpeg left with code %s" % process.returncode)


def upload(offer, content):
    request = urllib.request.Request(urllib.parse.urljoin(URL, offer["url"]), content, offer["headers"], method=offer["method"])
    urllib.request.urlopen(request, timeout=600).close()


def work(job, beat_seconds):
    path, fence, done, lost = "jobs/" + job["id"] + "/", job["fence"], threading.Event(), threading.Event()

    def beat():
        while not done.wait(beat_seconds):
            try:
                status, heard = say(path + "heartbeat", {"fence": fence, "progress": 0.5, "phase": "encoding"})
                if status == 409 or heard.get("cancel"):
                    lost.set()
            except OSError:
                pass  # the next beat, or the lease, decides

    threading.Thread(target=beat, daemon=True).start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            target = os.path.join(folder, "video.mp4")
            render(job["spec"], target, lambda: not lost.is_set())
            with open(target, "rb") as video:
                content = video.read()
        file = {"fence": fence, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        upload(say(path + "uploads", file)[1], content)
        status, answer = say(path + "complete", {**file, "model": "reference-py-1"})
        print(job["id"], "delivered" if status == 200 else answer.get("code"), flush=True)
    except Exception as error:
        if not lost.is_set():
            say(path + "fail", {"fence": fence, "code": "TRANSIENT", "message": repr(error)[:500]})
    finally:
        done.set()


def main():
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: state.update(stopping=True))
    status, me = say("register", {"name": NAME, "version": "reference-py-1", "slots": 1, "capabilities": {"maxWidth": 1920, "maxHeight": 1920}}, KEY)
    if status != 200:
        sys.exit("not registered: %s" % me.get("title"))
    state["token"], renew_at = me["token"], time.time() + 600
    print("registered as", me["workerId"], "in pool", me["pool"], flush=True)
    while not state["stopping"]:
        if time.time() > renew_at:
            state["token"], renew_at = say("token")[1].get("token", state["token"]), time.time() + 600
        try:
            claim = say("claim", {"waitMs": 10000, "claimId": str(uuid.uuid4())})[1]
        except OSError:
            claim = {}
        for job in claim.get("jobs", []):
            work(job, me["heartbeatSeconds"])
        if claim.get("state") != "active":
            time.sleep(2)
    say("leave")


main()
